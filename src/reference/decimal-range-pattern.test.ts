import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDecimals, isDecimal } from '#src/domain/core/limits/decimal.ts';
import { atLeastPattern, atMostPattern } from './decimal-range-pattern.ts';

const limits = ['0', '0.01', '4', '9', '10', '999', '1000', '1024000', '0.05', '2.50', '109.909'];

const digits = (maxLength: number) =>
  fc.array(fc.constantFrom(...'0001459'), { maxLength }).map((all) => all.join(''));
const zeros = fc.nat(3).map((count) => '0'.repeat(count));

/** Decimals with few digits, so that many are close to each other, and with leading and trailing zeros. */
const anyDecimal = fc
  .tuple(zeros, digits(4), digits(4), zeros, fc.boolean())
  .map(([before, whole, part, behind, isWhole]) => {
    const left = before + whole || '0';
    return isWhole || part + behind === '' ? left : `${left}.${part}${behind}`;
  });

/** A decimal near a limit, with one digit changed, inserted, or removed. */
const nearDecimal = (limit: string) =>
  fc
    .tuple(fc.nat(12), fc.nat(9), fc.nat(2), zeros, zeros)
    .map(([at, digit, cut, before, behind]) => {
      const place = at % (limit.length + 1);
      const text = `${before}${limit.slice(0, place)}${digit}${limit.slice(place + cut)}`;
      return text.includes('.') ? text + behind : text;
    });

const isMatch = (pattern: string, text: string) => new RegExp(pattern, 'u').test(text);

function expectEqual(limit: string, text: string): void {
  const order = isDecimal(text) ? compareDecimals(text, limit) : Number.NaN;
  expect([text, isMatch(atLeastPattern(limit), text)]).toEqual([text, order >= 0]);
  expect([text, isMatch(atLeastPattern(limit, true), text)]).toEqual([text, order > 0]);
  expect([text, isMatch(atMostPattern(limit), text)]).toEqual([text, order <= 0]);
}

describe('the patterns agree with compareDecimals', () => {
  test.each(limits)('around %s', (limit) => {
    for (const text of [limit, `0${limit}`, `${limit}.0`, `${limit}0`, `${limit}1`, '', '.', '0.'])
      expectEqual(limit, text);
    fc.assert(
      fc.property(fc.oneof(anyDecimal, nearDecimal(limit)), (text) => expectEqual(limit, text)),
      { numRuns: 1500 },
    );
  });

  test('for any limit', () => {
    fc.assert(fc.property(anyDecimal, anyDecimal, expectEqual), { numRuns: 3000 });
  });

  test.each(['', '.5', '1.', '1e3', '-1', '+1', ' 1', '1 ', '1\n', '1,5', '1.2.3', '１', '٣'])(
    'for %j, which is not an amount',
    (text) => {
      for (const limit of limits) expectEqual(limit, text);
    },
  );
});

test.each(limits)('matching around %s takes linear time', (limit) => {
  const long = 200_000;
  const hostile = [
    `${'0'.repeat(long)}x`,
    `${'1'.repeat(long)}x`,
    `${limit.replace('.', '')}${'0'.repeat(long)}x`,
    `0.${'0'.repeat(long)}x`,
    `${limit}${limit.includes('.') ? '' : '.'}${'0'.repeat(long)}x`,
    `1.${'9'.repeat(long)}x`,
  ];
  const patterns = [atLeastPattern(limit), atLeastPattern(limit, true), atMostPattern(limit)];
  const begin = performance.now();
  for (const pattern of patterns) {
    for (const text of hostile) expect(isMatch(pattern, text)).toBe(false);
  }
  // Quadratic time would take minutes.
  expect(performance.now() - begin).toBeLessThan(4000);
});
