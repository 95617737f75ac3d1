/**
 * Regular expressions for "at least", "more than" and "at most", for amounts that `isDecimal` accepts. JSON Schema has limits
 * only for numbers, and amounts are strings.
 * The patterns have no lookaheads, which RE2 (Go) does not support. They are anchored, and no two repetitions of an
 * alternative can match the same character, so matching takes linear time.
 */

/** Matches amounts of at least `min`, or greater than `min` if it is excluded. */
export function atLeastPattern(min: string, isExcluded = false): string {
  const { whole, part } = digitsOf(min);
  const alternatives = [
    ...wholesAbove(whole).map((above) => `${above}${ANY_PART}`),
    ...partsFrom(part, isExcluded).map((rest) => wholeOf(whole) + rest),
  ];
  return anyOf(alternatives);
}

/** Matches amounts of at most `max`. */
export function atMostPattern(max: string): string {
  const { whole, part } = digitsOf(max);
  const alternatives = [
    ...wholesBelow(whole).map((below) => `${below}${ANY_PART}`),
    ...partsUpTo(part).map((rest) => wholeOf(whole) + rest),
  ];
  return anyOf(alternatives);
}

const ANY_PART = '(?:\\.[0-9]+)?';

function anyOf(alternatives: readonly string[]): string {
  return `^(?:${alternatives.join('|')})$`;
}

/** The significant digits: without leading zeros of the whole part and trailing zeros of the fraction. */
function digitsOf(decimal: string): { whole: string; part: string } {
  const [whole = '', part = ''] = decimal.split('.');
  return { whole: whole.replace(/^0+/, ''), part: part.replace(/0+$/, '') };
}

/** The whole part with any leading zeros. */
function wholeOf(whole: string): string {
  return whole === '' ? '0+' : `0*${whole}`;
}

/** Greater whole parts: longer ones, then those of equal length by the first digit that differs. */
function wholesAbove(whole: string): string[] {
  const longer = `0*[1-9]${someDigits(whole.length, '')}`;
  return [longer, ...differingAt(whole, (digit) => range(digit + 1, 9))];
}

/** Smaller whole parts. */
function wholesBelow(whole: string): string[] {
  if (whole === '') return [];
  const shorter = whole.length > 1 ? [`0*[1-9]${someDigits(0, whole.length - 2)}`] : [];
  return [
    '0+',
    ...shorter,
    ...differingAt(whole, (digit, index) => range(index === 0 ? 1 : 0, digit - 1)),
  ];
}

function differingAt(
  whole: string,
  rangeAt: (digit: number, index: number) => string | undefined,
): string[] {
  return Array.from(whole).flatMap((digit, index) => {
    const other = rangeAt(Number(digit), index);
    if (other === undefined) return [];
    return [`0*${whole.slice(0, index)}${other}${exactDigits(whole.length - index - 1)}`];
  });
}

/** Fractions, including the point, of at least `part`; optional if no fraction is needed. */
function partsFrom(part: string, isExcluded: boolean): string[] {
  if (part === '') return [isExcluded ? '\\.0*[1-9][0-9]*' : ANY_PART];
  const greater = Array.from(part).flatMap((digit, index) => {
    const other = range(Number(digit) + 1, 9);
    return other === undefined ? [] : [`\\.${part.slice(0, index)}${other}[0-9]*`];
  });
  return [...greater, `\\.${part}${isExcluded ? '0*[1-9][0-9]*' : '[0-9]*'}`];
}

/** Fractions, including the point, of at most `part`. */
function partsUpTo(part: string): string[] {
  if (part === '') return ['(?:\\.0+)?'];
  const less = Array.from(part).flatMap((digit, index) => {
    const other = range(0, Number(digit) - 1);
    const before = part.slice(0, index);
    // A fraction that ends before the digits differ is smaller too, because `part` does not end in a zero.
    const ended = index === 0 ? [''] : [`\\.${before}`];
    return other === undefined ? ended : [...ended, `\\.${before}${other}[0-9]*`];
  });
  return [...less, `\\.${part}0*`];
}

function range(from: number, to: number): string | undefined {
  if (from > to) return undefined;
  return from === to ? String(from) : `[${from}-${to}]`;
}

function exactDigits(count: number): string {
  if (count === 0) return '';
  return count === 1 ? '[0-9]' : `[0-9]{${count}}`;
}

function someDigits(min: number, max: number | ''): string {
  if (max === 0) return '';
  return min === 0 && max === '' ? '[0-9]*' : `[0-9]{${min},${max}}`;
}
