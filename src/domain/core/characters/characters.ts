import { lookAlike } from './look-alikes.ts';
import type { Text } from '../text.ts';

/** Names of invisible characters in English and Chinese, by code point. */
const names: Readonly<Record<number, readonly [en: string, zh: string]>> = {
  0x00: ['NUL', '空字符'],
  0x09: ['tab', '制表符'],
  0x0a: ['line break', '换行符'],
  0x0d: ['carriage return', '回车符'],
  0x20: ['space', '空格'],
  0x7f: ['delete', '删除符'],
  0xa0: ['no-break space', '不间断空格'],
  0xad: ['soft hyphen', '软连字符'],
  0x2028: ['line separator', '行分隔符'],
  0x2029: ['paragraph separator', '段落分隔符'],
  0x200b: ['zero-width space', '零宽空格'],
  0x200c: ['zero-width non-joiner', '零宽不连字符'],
  0x200d: ['zero-width joiner', '零宽连字符'],
  0x200e: ['left-to-right mark', '从左至右标记'],
  0x200f: ['right-to-left mark', '从右至左标记'],
  0x202a: ['left-to-right embedding', '从左至右嵌入'],
  0x202b: ['right-to-left embedding', '从右至左嵌入'],
  0x202c: ['pop directional formatting', '方向格式结束'],
  0x202d: ['left-to-right override', '从左至右覆盖'],
  0x202e: ['right-to-left override', '从右至左覆盖'],
  0x202f: ['narrow no-break space', '窄不间断空格'],
  0x2060: ['word joiner', '词连接符'],
  0x2066: ['left-to-right isolate', '从左至右隔离'],
  0x2067: ['right-to-left isolate', '从右至左隔离'],
  0x2068: ['first strong isolate', '首强字符隔离'],
  0x2069: ['pop directional isolate', '方向隔离结束'],
  0x3000: ['ideographic space', '全角空格'],
  0xfeff: ['byte order mark', '字节顺序标记'],
};

/** The maximum length of a quoted value in a message, in characters. */
const MAX_SHOWN = 40;

/**
 * Describes a character in a message: `“A”`; with code point and name if it is not ASCII, `“Ａ” (U+FF21 full-width A)`; only
 * code point and name if it is invisible or changes the text direction, `U+202E (right-to-left override)`.
 */
export function nameCharacter(character: string): Text {
  const code = codeOf(character);
  if (code > 0x20 && code < 0x7f) return same(`“${character}”`);
  const hex = hexOf(code);
  const hidden = names[code];
  if (hidden !== undefined) return { en: `${hex} (${hidden[0]})`, zh: `${hex}（${hidden[1]}）` };
  if (code >= 0xd800 && code <= 0xdfff)
    return { en: `${hex} (unpaired surrogate)`, zh: `${hex}（不成对的代理项）` };
  if (/[\p{C}\p{Z}\p{M}]/u.test(character)) return same(hex);
  const name = lookAlike(character)?.name;
  if (name === undefined) return { en: `“${character}” (${hex})`, zh: `“${character}”（${hex}）` };
  return {
    en: `“${character}” (${hex} ${name.en})`,
    zh: `“${character}”（${hex} ${name.zh}）`,
  };
}

/**
 * Replaces look-alikes and unusual spaces with ASCII and removes invisible characters. Other characters stay,
 * so the result still has to be checked.
 */
export function plainText(text: string): string {
  let plain = '';
  for (const character of text) plain += plainCharacter(character) ?? character;
  return plain;
}

/** The ASCII replacement of a character: `""` for an invisible one, undefined for a plain or unknown one. */
export function plainCharacter(character: string): string | undefined {
  const code = codeOf(character);
  if (code < 0x80) return undefined;
  if (/\p{Zs}/u.test(character)) return ' ';
  if (/\p{Cf}/u.test(character)) return '';
  return lookAlike(character)?.typed;
}

/** A value as quoted in a message: at most 40 characters, with the codes of invisible ones. */
export function shown(text: string): string {
  if (text.length <= MAX_SHOWN && /^[ -~]*$/.test(text)) return text;
  // 80 code units contain at least 40 characters.
  const characters = Array.from(text.slice(0, 2 * MAX_SHOWN + 1));
  const short =
    characters.length > MAX_SHOWN ? [...characters.slice(0, MAX_SHOWN), '…'] : characters;
  return short.map(visibly).join('');
}

/** A character of quoted text: itself, or `‹U+202E›` if it is invisible. Spaces stay. */
export function visibly(character: string): string {
  if (character === ' ' || !/[\p{C}\p{Z}]/u.test(character)) return character;
  return `‹${hexOf(codeOf(character))}›`;
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** The code of a character: `U+202E`. */
export function hexOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function same(text: string): Text {
  return { en: text, zh: text };
}
