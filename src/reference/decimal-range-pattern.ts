/**
 * Regular expressions for "at least", "more than" and "at most", over amounts as `isDecimal` knows them.
 * JSON Schema has limits for JSON numbers alone, and amounts are texts; a number would be rounded.
 * No lookaheads, so that engines without them (RE2 of Go) read the patterns too. Anchored, and no two
 * repetitions can share a character within an alternative, so matching takes linear time.
 */

/** A pattern of the amounts that are `min` or more; more than `min` if that itself is refused. */
export function atLeastPattern(min: string, isExcluded = false): string {
  const { whole, part } = digitsOf(min);
  const alternatives = [
    ...wholesAbove(whole).map((above) => `${above}${ANY_PART}`),
    ...partsFrom(part, isExcluded).map((rest) => wholeOf(whole) + rest),
  ];
  return anyOf(alternatives);
}

/** A pattern of the amounts that are `max` or less. */
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

/** The digits that count: no zeros before the whole part nor behind the fraction. Limits are short, so no care for time. */
function digitsOf(decimal: string): { whole: string; part: string } {
  const [whole = '', part = ''] = decimal.split('.');
  return { whole: whole.replace(/^0+/, ''), part: part.replace(/0+$/, '') };
}

/** The one whole part, with any zeros before it. */
function wholeOf(whole: string): string {
  return whole === '' ? '0+' : `0*${whole}`;
}

/** Whole parts that are greater: longer ones, then those of equal length by the first digit that differs. */
function wholesAbove(whole: string): string[] {
  const longer = `0*[1-9]${someDigits(whole.length, '')}`;
  return [longer, ...differingAt(whole, (digit) => range(digit + 1, 9))];
}

/** Whole parts that are less. */
function wholesBelow(whole: string): string[] {
  if (whole === '') return [];
  const shorter = whole.length > 1 ? [`0*[1-9]${someDigits(0, whole.length - 2)}`] : [];
  return [
    '0+',
    ...shorter,
    ...differingAt(whole, (digit, at) => range(at === 0 ? 1 : 0, digit - 1)),
  ];
}

function differingAt(
  whole: string,
  rangeAt: (digit: number, at: number) => string | undefined,
): string[] {
  return Array.from(whole).flatMap((digit, at) => {
    const other = rangeAt(Number(digit), at);
    if (other === undefined) return [];
    return [`0*${whole.slice(0, at)}${other}${exactDigits(whole.length - at - 1)}`];
  });
}

/** Fractions, with their point, that are `part` or more; where none at all is enough, it is optional. */
function partsFrom(part: string, isExcluded: boolean): string[] {
  if (part === '') return [isExcluded ? '\\.0*[1-9][0-9]*' : ANY_PART];
  const greater = Array.from(part).flatMap((digit, at) => {
    const other = range(Number(digit) + 1, 9);
    return other === undefined ? [] : [`\\.${part.slice(0, at)}${other}[0-9]*`];
  });
  return [...greater, `\\.${part}${isExcluded ? '0*[1-9][0-9]*' : '[0-9]*'}`];
}

/** Fractions, with their point, that are `part` or less. */
function partsUpTo(part: string): string[] {
  if (part === '') return ['(?:\\.0+)?'];
  const less = Array.from(part).flatMap((digit, at) => {
    const other = range(0, Number(digit) - 1);
    const before = part.slice(0, at);
    // A fraction that ends before the digits differ is less too, since `part` ends in no zero.
    const ended = at === 0 ? [''] : [`\\.${before}`];
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

function someDigits(least: number, most: number | ''): string {
  if (most === 0) return '';
  return least === 0 && most === '' ? '[0-9]*' : `[0-9]{${least},${most}}`;
}
