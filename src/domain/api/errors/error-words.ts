import type { Text } from '#src/domain/core/text.ts';

/** The explanation of an error code. */
export interface ErrorWords {
  /** What happened. */
  readonly meaning: Text;
  /** The likely cause. */
  readonly cause: Text;
  /** The action that the user can take. */
  readonly action: Text;
  /** The key of the affected field in the body, if the code implies one. */
  readonly field?: string;
}

/** Codes with their words. */
export type ErrorTable = Readonly<Record<string, ErrorWords>>;

/** The texts of one error, as pairs of English and Chinese. */
export function words(
  meaning: readonly [en: string, zh: string],
  cause: readonly [en: string, zh: string],
  action: readonly [en: string, zh: string],
  field?: string,
): ErrorWords {
  const text = ([en, zh]: readonly [string, string]): Text => ({ en, zh });
  return {
    meaning: text(meaning),
    cause: text(cause),
    action: text(action),
    ...(field !== undefined && { field }),
  };
}
