import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '#src/json/value.ts';
import { amountField, integerField, textField } from '#src/domain/core/spec/leaf-fields.ts';
import { fromText, isStructure, toText } from './leaf-text.ts';

const facts = { table: 1, label: { en: 'Field', zh: '字段' } };
const integer = integerField(facts);
const text = textField(facts);
const amount = amountField({
  ...facts,
  min: '0',
  max: '9',
  unit: facts.label,
  quantity: 'megabytes',
});

describe('typed into a number field', () => {
  test.each([
    ['9090', 9090],
    ['0', 0],
    ['-1', -1],
    ['1.5', 1.5],
    ['9007199254740991', 9_007_199_254_740_991],
  ])('%j is the number', (typed, wanted) => {
    expect(fromText(typed, integer, false)).toBe(wanted);
  });

  test.each([
    '90x',
    '08',
    '00',
    '1e3',
    '1E3',
    '0x10',
    '9007199254740993',
    ' 1',
    '1 ',
    ' ',
    '+1',
    '-',
    '-0',
    '1.',
    '.5',
    '1.50',
    '1,000',
    '1_000',
    'Infinity',
    '-Infinity',
    'NaN',
    'null',
    'true',
    '\uff18\uff10',
    '80\u200b',
  ])('%j stays text', (typed) => {
    expect(fromText(typed, integer, false)).toBe(typed);
  });

  test('the input always shows the text as typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[-+]?\d{0,20}(\.\d{0,4})?(e\d)?$/),
      fc.double().map(String),
    );
    fc.assert(
      fc.property(typed, (typedText) => {
        expect(toText(fromText(typedText, integer, false))).toBe(typedText);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('typed into any other field', () => {
  test.each(['9090', '0', 'true', 'null', ' ', '[]'])('%j stays text', (typed) => {
    expect(fromText(typed, text, false)).toBe(typed);
    expect(fromText(typed, amount, false)).toBe(typed);
  });
});

describe('a cleared field', () => {
  test.each([integer, text, amount])('of kind $kind has its key removed', (spec) => {
    expect(fromText('', spec, false)).toBeUndefined();
  });

  test('keeps an empty text if it is a value', () => {
    expect(fromText('', text, true)).toBe('');
  });
});

describe('an input shows', () => {
  test.each<[Json | undefined, string]>([
    [undefined, ''],
    ['', ''],
    ['a\nb', 'a\nb'],
    ['"x"', '"x"'],
    [0, '0'],
    [1.5, '1.5'],
    [false, 'false'],
    [null, 'null'],
    [[], '[]'],
    [{ a: [1] }, '{"a":[1]}'],
  ])('%j as %j', (value, wanted) => {
    expect(toText(value)).toBe(wanted);
  });
});

test.each<[Json | undefined, boolean]>([
  [undefined, false],
  ['{}', false],
  [1, false],
  [null, false],
  [[], true],
  [{}, true],
])('%j is an object or a list: %j', (value, wanted) => {
  expect(isStructure(value)).toBe(wanted);
});
