import type { Text } from '#src/domain/core/text.ts';

/** An error code in words. */
export interface ErrorWords {
  /** What it says. */
  readonly meaning: Text;
  /** What is likely behind it. */
  readonly cause: Text;
  /** What a person can do. */
  readonly action: Text;
  /** The field it is about, by its key in the body, where the code itself tells. */
  readonly field?: string;
}

/** Codes with their words. */
export type ErrorTable = Readonly<Record<string, ErrorWords>>;

/** Words of one error, English beside Chinese. */
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
