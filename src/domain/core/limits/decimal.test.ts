import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDecimals, isDecimal } from './decimal.ts';

describe('isDecimal', () => {
  test.each(['0', '4', '007', '0.5', '0.50', '1000', '00.00', '9'.repeat(40)])(
    '%j is a decimal',
    (text) => {
      expect(isDecimal(text)).toBe(true);
    },
  );

  test.each([
    '',
    '.',
    '.5',
    '5.',
    '1.2.3',
    '-1',
    '-0',
    '+1',
    '1e3',
    '1E3',
    '0x10',
    ' 1',
    '1 ',
    '1\n',
    '1,5',
    '1_000',
    '1,000',
    '500M',
    'Infinity',
    'NaN',
    '\u0663',
    '\uff11',
    '\u00bd',
    '1\u200b',
  ])('%j is not a decimal', (text) => {
    expect(isDecimal(text)).toBe(false);
  });
});

describe('compareDecimals', () => {
  test.each([
    ['0.50', '0.5'],
    ['0.5', '00.5'],
    ['1', '1.000'],
    ['0', '0.0'],
    ['000', '0'],
    ['1000', '01000.00'],
    ['0'.repeat(40) + '1', '1.' + '0'.repeat(40)],
  ])('%s equals %s', (a, b) => {
    expect(compareDecimals(a, b)).toBe(0);
    expect(compareDecimals(b, a)).toBe(0);
  });

  test.each([
    ['0', '0.01'],
    ['0.009', '0.01'],
    ['0.0099999999999999999999', '0.01'],
    ['9', '10'],
    ['999', '1000'],
    ['0.45', '0.5'],
    ['0.1', '0.10000000000000000001'],
    ['1000', '1000.00000000000000000000001'],
    ['9007199254740992', '9007199254740993'],
    ['2', '10.5'],
    ['09', '10'],
  ])('%s is less than %s', (a, b) => {
    expect(compareDecimals(a, b)).toBeLessThan(0);
    expect(compareDecimals(b, a)).toBeGreaterThan(0);
  });

  test('orders like integers of a common unit', () => {
    const decimal = fc.record({
      zeros: fc.nat(3),
      whole: fc.bigInt({ min: 0n, max: 10n ** 30n }),
      part: fc.stringMatching(/^\d{0,12}$/),
    });
    const textOf = ({ zeros, whole, part }: { zeros: number; whole: bigint; part: string }) =>
      '0'.repeat(zeros) + String(whole) + (part && `.${part}`);
    const unitsOf = ({ whole, part }: { whole: bigint; part: string }) =>
      whole * 10n ** 12n + BigInt(part.padEnd(12, '0'));
    const pair = fc.oneof(
      fc.tuple(decimal, decimal),
      // Close to each other, where mistakes are likely.
      fc.tuple(decimal, decimal).map(([a, b]) => [a, { ...b, whole: a.whole }] as const),
    );
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const wanted = unitsOf(a) < unitsOf(b) ? -1 : unitsOf(a) > unitsOf(b) ? 1 : 0;
        expect(Math.sign(compareDecimals(textOf(a), textOf(b)))).toBe(wanted);
      }),
      { numRuns: 500 },
    );
  });

  test.each<[string, string]>([
    ['leading zeros', `${'0'.repeat(50_000)}1`],
    ['trailing zeros', `1.${'0'.repeat(50_000)}`],
    ['zeros and one more digit', `1.${'0'.repeat(50_000)}1`],
    ['nines', '9'.repeat(50_000)],
  ])('compares 50,000 %s in less than half a second', (_what, text) => {
    const start = performance.now();
    expect(isDecimal(text)).toBe(true);
    expect(compareDecimals(text, text)).toBe(0);
    expect(compareDecimals(text, '0')).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
