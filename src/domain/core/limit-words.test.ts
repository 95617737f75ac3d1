import { describe, expect, test } from 'vitest';
import { amountLimit, below, beyond, integerLimit, lengthLimit, mistyped } from './limit-words.ts';

const unit = { en: 'cores', zh: '核' };

describe('a shown value', () => {
  test.each<[unknown, string]>([
    ['80x', '“80x”'],
    ['a'.repeat(40), `“${'a'.repeat(40)}”`],
    ['a'.repeat(41), `“${'a'.repeat(40)}…”`],
    ['😀'.repeat(40), `“${'😀'.repeat(40)}”`],
    ['😀'.repeat(5000), `“${'😀'.repeat(40)}…”`],
    ['\u202e80', '“‹U+202E›80”'],
    ['\ud800', '“‹U+D800›”'],
    [1.5, '1.5'],
    [null, 'null'],
    [false, 'false'],
    [[], '[]'],
    [[1, 2], '[…]'],
    [{}, '{}'],
    [{ a: 1 }, '{…}'],
    [{ toString: null, toJSON: null }, '{…}'],
  ])('%j reads %s', (value, wanted) => {
    expect(mistyped.integer(value).en).toBe(
      `${wanted} is not a whole number. Use digits only, such as 80.`,
    );
    expect(mistyped.integer(value).zh).toContain(wanted);
  });

  test.each([
    below('0.'.padEnd(50_000, '0'), '0.01', false),
    below('0.'.padEnd(50_000, '0'), '0', true),
    beyond('9'.repeat(50_000), '1000'),
    mistyped.amount('9'.repeat(50_000)),
  ])('is cut, however long: $en', ({ en, zh }) => {
    expect(en.length).toBeLessThan(200);
    expect(zh.length).toBeLessThan(200);
  });
});

describe('limits in words', () => {
  test('name both ends of a length', () => {
    expect(lengthLimit(1, 32, undefined)?.en).toBe('1 to 32 characters');
    expect(lengthLimit(0, 255, undefined)?.en).toBe('Up to 255 characters');
    const says = { en: 'Letters', zh: '字母' };
    expect(lengthLimit(1, 32, says)).toEqual({
      en: '1 to 32 characters. Letters',
      zh: '1~32 个字符。字母',
    });
    expect(lengthLimit(1, undefined, says)).toBe(says);
    expect(lengthLimit(1, undefined, undefined)).toBeUndefined();
  });

  test('name the range of a whole number', () => {
    expect(integerLimit(1, 3600)?.en).toBe('A whole number from 1 to 3600');
    expect(integerLimit(0)?.en).toBe('A whole number from 0');
    expect(integerLimit()).toBeUndefined();
  });

  test('name the range and unit of an amount', () => {
    expect(amountLimit({ min: '0.01', max: '1000', unit }).en).toBe('0.01 to 1000 cores');
    expect(amountLimit({ min: '0', aboveMin: true, max: '1000', unit })).toEqual({
      en: 'More than 0, up to 1000 cores',
      zh: '大于 0，最大 1000 核',
    });
  });
});
