/** Names of characters one cannot see or tell apart, by code point. */
const names: Readonly<Record<number, string>> = {
  0x09: 'tab',
  0x0a: 'line break',
  0x0d: 'carriage return',
  0x20: 'space',
  0xa0: 'no-break space',
  0xad: 'soft hyphen',
  0x200b: 'zero-width space',
  0x200c: 'zero-width non-joiner',
  0x200d: 'zero-width joiner',
  0x200e: 'left-to-right mark',
  0x200f: 'right-to-left mark',
  0x202a: 'left-to-right embedding',
  0x202b: 'right-to-left embedding',
  0x202c: 'pop directional formatting',
  0x202d: 'left-to-right override',
  0x202e: 'right-to-left override',
  0x2060: 'word joiner',
  0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate',
  0x2068: 'first strong isolate',
  0x2069: 'pop directional isolate',
  0x3000: 'ideographic space',
  0xfeff: 'byte order mark',
};

/**
 * One character as a message can show it: `“A”`, or code and name where it cannot be seen or would
 * change the direction of the message itself: `U+202E (right-to-left override)`.
 */
export function nameCharacter(character: string): string {
  const code = codeOf(character);
  const name = names[code];
  const hidden = name !== undefined || /[\p{C}\p{Z}\p{M}]/u.test(character);
  if (!hidden) return `“${character}”`;
  return name === undefined ? hexOf(code) : `${hexOf(code)} (${name})`;
}

/** One character of a quoted text: itself, or `‹U+202E›` where the reader could not see it. A space stays. */
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
