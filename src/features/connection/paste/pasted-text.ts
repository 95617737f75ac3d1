import { nameCharacter } from '#src/domain/core/characters/characters.ts';
import type { Text } from '#src/domain/core/text.ts';

/** What is wrong with a pasted text, and the text without it where that makes it right. */
export interface PasteMistake {
  /** What to do about it: `Remove the quotes.` */
  readonly words: Text;
  /** The whole text put right; never applied unasked. Absent if that does not make it right. */
  readonly fixed?: string;
}

/** What a field takes: the pattern of a good text, and names under which it is copied. */
interface Kind {
  readonly pattern: RegExp;
  /** Headers, variables and JSON keys, as they stand before the value. */
  readonly names: RegExp;
  /** True where case means nothing and the service writes small letters. */
  readonly isLowerCase?: boolean;
}

/** The fields into which people paste what they copied elsewhere. */
export const pastedKinds = {
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
} as const satisfies Record<string, Kind>;

const QUOTES = /["'`\u2018-\u201f\u00ab\u00bb\u300c-\u300f\uff02\uff07]/gu;
/** What cannot be seen: control and format characters, such as zero-width spaces. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const SPACES = /\p{Zs}/gu;

/** Reads a pasted text as it is. Undefined if it is good; an empty one is for the caller to judge. */
export function pasteMistake(
  text: string,
  kind: keyof typeof pastedKinds,
): PasteMistake | undefined {
  const { pattern, names, ...more }: Kind = pastedKinds[kind];
  if (text === '' || pattern.test(text)) return undefined;
  const found: Text[] = [];
  let rest = text;
  const remove = (what: RegExp, say: (first: string) => Text) => {
    const first = rest.match(what)?.[0];
    if (first === undefined) return;
    found.push(say(first));
    rest = rest.replaceAll(
      new RegExp(what, what.flags.includes('g') ? what.flags : `${what.flags}g`),
      '',
    );
  };
  remove(UNSEEN, (first) => ({
    en: `remove ${nameCharacter(first).en}`,
    zh: `删除 ${nameCharacter(first).zh}`,
  }));
  sayEnds(rest, found);
  rest = rest.trim();
  remove(names, (first) => {
    const name = first.replaceAll(/[\s:="']+/g, ' ').trim();
    return { en: `remove the name “${name}”`, zh: `删除名称“${name}”` };
  });
  remove(QUOTES, () => ({ en: 'remove the quotes', zh: '删除引号' }));
  remove(/[,;]$/, () => ({ en: 'remove the comma at the end', zh: '删除末尾的标点' }));
  remove(SPACES, () => ({ en: 'remove the spaces inside', zh: '删除中间的空格' }));
  if (kind === 'projectId') remove(/-/g, () => ({ en: 'remove the hyphens', zh: '删除连字符' }));
  if (more.isLowerCase && rest !== rest.toLowerCase()) {
    found.push({ en: 'write small letters', zh: '改为小写字母' });
    rest = rest.toLowerCase();
  }
  if (found.length === 0) return undefined;
  const words = {
    en: capital(found.map(({ en }) => en).join(', ')) + '.',
    zh: `请${found.map(({ zh }) => zh).join('、')}。`,
  };
  return pattern.test(rest) ? { words, fixed: rest } : { words };
}

function sayEnds(text: string, found: Text[]): void {
  const starts = /^\p{Zs}/u.test(text);
  const ends = /\p{Zs}$/u.test(text);
  if (starts && ends) found.push({ en: 'remove the spaces at both ends', zh: '删除首尾的空格' });
  else if (starts) found.push({ en: 'remove the space at the beginning', zh: '删除开头的空格' });
  else if (ends) found.push({ en: 'remove the space at the end', zh: '删除末尾的空格' });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
