/** An amount in the API: digits and an optional fraction, without a sign or exponent (docs/sources.md, section 2). */
const DECIMAL = /^\d+(\.\d+)?$/;

/** True for text such as `4`, `0.50` or `007`; false for `.5`, `1e3`, `-1`, ` 1`. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

/**
 * Compares two amounts exactly, digit by digit: `0.50` equals `0.5`, and `9999` is greater than `1000`.
 * Returns a negative number, 0, or a positive number. Both must satisfy {@link isDecimal}.
 */
export function compareDecimals(a: string, b: string): number {
  const [wholeA, partA] = split(a);
  const [wholeB, partB] = split(b);
  if (wholeA.length !== wholeB.length) return wholeA.length - wholeB.length;
  if (wholeA !== wholeB) return wholeA < wholeB ? -1 : 1;
  if (partA === partB) return 0;
  return partA < partB ? -1 : 1;
}

function split(text: string): [whole: string, part: string] {
  const dot = text.indexOf('.');
  const whole = dot < 0 ? text : text.slice(0, dot);
  const part = dot < 0 ? '' : text.slice(dot + 1);
  return [trimStart(whole), trimEnd(part)];
}

// Loops instead of /0+$/, which takes quadratic time on long runs of zeros.
function trimStart(digits: string): string {
  let start = 0;
  while (start < digits.length && digits[start] === '0') start++;
  return digits.slice(start);
}

/** Removes trailing zeros. */
export function trimEnd(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}
