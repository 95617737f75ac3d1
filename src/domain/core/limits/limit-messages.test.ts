import { describe, expect, test } from 'vitest';
import {
  amountLimit,
  tooSmall,
  tooLarge,
  integerLimit,
  lengthLimit,
  outOfRange,
} from './limit-messages.ts';
import { wrongAmount, wrongInteger } from './number-messages.ts';

const unit = { en: 'cores', zh: '核' };

describe('a quoted value', () => {
  test.each<[string, unknown, string]>([
    ['a text', '80x', '“80x”'],
    ['40 characters', 'a'.repeat(40), `“${'a'.repeat(40)}”`],
    ['41 characters', 'a'.repeat(41), `“${'a'.repeat(40)}…”`],
    ['40 emoji', '😀'.repeat(40), `“${'😀'.repeat(40)}”`],
    ['5,000 emoji', '😀'.repeat(5000), `“${'😀'.repeat(40)}…”`],
    ['a right-to-left override', '\u202e80x', '“‹U+202E›80x”'],
    ['a lone surrogate', '\ud800', '“‹U+D800›”'],
    ['a number', 1.5, '1.5'],
    ['null', null, 'null'],
    ['a flag', false, 'false'],
    ['an empty list', [], '[]'],
    ['a list', [1, 2], '[…]'],
    ['an empty object', {}, '{}'],
    ['an object', { a: 1 }, '{…}'],
    ['an object that cannot be converted to a string', { toString: null, toJSON: null }, '{…}'],
  ])('%s', (_what, value, wanted) => {
    expect(wrongInteger(value).en).toBe(
      `${wanted} is not an integer. Use digits only, such as 80.`,
    );
    expect(wrongInteger(value).zh).toContain(wanted);
  });

  test.each([
    ['too small', tooSmall('0.'.padEnd(50_000, '0'), '0.01', false)],
    ['not above the minimum', tooSmall('0.'.padEnd(50_000, '0'), '0', true)],
    ['too large', tooLarge('9'.repeat(50_000), '1000')],
    [
      'not an amount',
      wrongAmount('9'.repeat(50_000), {
        min: '0',
        max: '1',
        aboveMin: false,
        unit,
        quantity: 'cores',
      }),
    ],
  ])('is cut if it is %s and long', (_what, { en, zh }) => {
    expect(en.length).toBeLessThan(200);
    expect(zh.length).toBeLessThan(200);
  });
});

describe('limit texts', () => {
  test('give both limits of a length', () => {
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

  test('give the range of an integer', () => {
    expect(integerLimit(1, 3600)?.en).toBe('An integer from 1 to 3600');
    expect(integerLimit(0)?.en).toBe('An integer of at least 0');
    expect(integerLimit()).toBeUndefined();
  });

  test('give the range and unit of an amount', () => {
    expect(amountLimit({ min: '0.01', max: '1000', unit }).en).toBe('0.01 to 1000 cores');
    expect(amountLimit({ min: '0', aboveMin: true, max: '1000', unit })).toEqual({
      en: 'More than 0, up to 1000 cores',
      zh: '大于 0，最大 1000 核',
    });
  });
});

test('a range that begins with a number follows Chinese words after a space', () => {
  expect(outOfRange('0', 1, 65_535).zh).toBe('0 超出范围，请填写 1~65535 之间的整数。');
  expect(outOfRange('-1', 0).zh).toBe('-1 超出范围，请填写不小于 0 的整数。');
});
