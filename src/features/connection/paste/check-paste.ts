import { nameCharacter } from '#src/domain/core/characters/characters.ts';
import type { Text } from '#src/domain/core/text.ts';

/** One mistake in a pasted text. */
export type PasteMistake =
  | { readonly kind: 'character'; readonly character: Text }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'upperCase' }
  | {
      readonly kind:
        | 'outerSpaces'
        | 'leadingSpace'
        | 'trailingSpace'
        | 'quotes'
        | 'trailingComma'
        | 'innerSpaces'
        | 'hyphens';
    };

/** The mistakes in a pasted text. */
export interface PasteReport {
  readonly mistakes: readonly PasteMistake[];
  /** The corrected text, never applied unasked. Absent if correcting these mistakes is not enough. */
  readonly fixed?: string;
}

interface FieldFormat {
  readonly pattern: RegExp;
  /** Names of headers, variables and JSON keys that people copy together with the value. */
  readonly names: RegExp;
  /** True if case is insignificant and the service uses lower case. */
  readonly isLowerCase?: boolean;
}

/** The fields into which people paste text that they copied elsewhere. */
export const pasteFields = {
  projectId: {
    pattern: /^[0-9a-f]{32}$/,
    names: /^["']?(x-project-id|project[ _-]?id)["']?\s*[:=]\s*/i,
    isLowerCase: true,
  },
  instanceId: {
    pattern: /^[A-Za-z0-9-]{1,64}$/,
    names: /^["']?(ief-instance-id|instance[ _-]?id)["']?\s*[:=]\s*/i,
  },
  token: {
    pattern: /^[\x21\x23-\x26\x28-\x7e]+$/,
    names:
      /^["']?(x-auth-token|x-subject-token|authorization|token)["']?\s*[:=]\s*(bearer\s+)?|^bearer\s+/i,
  },
} as const satisfies Record<string, FieldFormat>;

export type PasteField = keyof typeof pasteFields;

const QUOTES = /["'`\u2018-\u201f\u00ab\u00bb\u300c-\u300f\uff02\uff07]/gu;
/** Control and format characters, such as zero-width spaces. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const SPACES = /\p{Zs}/gu;

/** Finds the mistakes in a text. Undefined if the text is valid or empty, or if its mistakes are of another kind. */
export function checkPaste(text: string, field: PasteField): PasteReport | undefined {
  const { pattern, names, isLowerCase }: FieldFormat = pasteFields[field];
  if (text === '' || pattern.test(text)) return undefined;
  const mistakes: PasteMistake[] = [];
  let rest = text;
  const remove = (part: RegExp, mistakeOf: (first: string) => PasteMistake) => {
    const first = rest.match(part)?.[0];
    if (first === undefined) return;
    mistakes.push(mistakeOf(first));
    rest = rest.replaceAll(
      new RegExp(part, part.flags.includes('g') ? part.flags : `${part.flags}g`),
      '',
    );
  };
  remove(INVISIBLE, (first) => ({ kind: 'character', character: nameCharacter(first) }));
  mistakes.push(...outerSpaces(rest));
  rest = rest.trim();
  remove(names, (first) => ({ kind: 'name', name: first.replaceAll(/[\s:="']+/g, ' ').trim() }));
  remove(QUOTES, () => ({ kind: 'quotes' }));
  remove(/[,;]$/, () => ({ kind: 'trailingComma' }));
  remove(SPACES, () => ({ kind: 'innerSpaces' }));
  if (field === 'projectId') remove(/-/g, () => ({ kind: 'hyphens' }));
  if (isLowerCase && rest !== rest.toLowerCase()) {
    mistakes.push({ kind: 'upperCase' });
    rest = rest.toLowerCase();
  }
  if (mistakes.length === 0) return undefined;
  return pattern.test(rest) ? { mistakes, fixed: rest } : { mistakes };
}

function outerSpaces(text: string): PasteMistake[] {
  const isLeading = /^\p{Zs}/u.test(text);
  const isTrailing = /\p{Zs}$/u.test(text);
  if (isLeading && isTrailing) return [{ kind: 'outerSpaces' }];
  if (isLeading) return [{ kind: 'leadingSpace' }];
  return isTrailing ? [{ kind: 'trailingSpace' }] : [];
}
