const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const BLANKS: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);
const OPENING: ReadonlySet<number | undefined> = new Set([0x7b, 0x5b]);
const CLOSING: ReadonlySet<number | undefined> = new Set([0x7d, 0x5d]);

/**
 * True if an object in a JSON text has a key more than once: then the text has more values than what JSON.parse made
 * of it. `value` must be that result, and not nested too deeply (parse-json.ts), as this walks by recursion.
 */
export function hasDuplicateKeys(bytes: Uint8Array, value: unknown): boolean {
  return countInText(bytes) !== countInValue(value);
}

function countInText(bytes: Uint8Array): number {
  let count = 1;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfText(bytes, at);
    else if (byte === COMMA) count += 1;
    else if (OPENING.has(byte)) {
      let next = at + 1;
      while (BLANKS.has(bytes[next])) next += 1;
      if (!CLOSING.has(bytes[next])) count += 1;
    }
  }
  return count;
}

/** Where the text that begins at a quote ends, with its closing quote. */
function endOfText(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}

function countInValue(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  let count = 1;
  for (const inner of Array.isArray(value) ? (value as unknown[]) : Object.values(value)) {
    count += countInValue(inner);
  }
  return count;
}
