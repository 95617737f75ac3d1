import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complaintOf } from '../check/field-errors.ts';
import type { LeafSpec } from './field.ts';
import {
  amountField,
  characterCount,
  choiceField,
  flagField,
  integerField,
  stringsField,
  textField,
} from './leaf-fields.ts';

const label = { en: 'Field', zh: '字段' };
const facts = { table: 1, label };
const unit = { en: 'MB', zh: 'MB' };
const emoji = '😀';

const says = { en: 'Lower-case letters', zh: '小写字母' };
const lower = { regex: /^[a-z]+$/, character: /[a-z]/, says };
const option = (value: string) => ({ value, label });

const specs = {
  text: textField({ ...facts, maxLength: 4 }),
  'text that may be empty': textField({ ...facts, minLength: 0, maxLength: 4 }),
  'patterned text': textField({ ...facts, maxLength: 4, pattern: lower }),
  integer: integerField({ ...facts, min: 1, max: 65_535 }),
  'integer from 0': integerField({ ...facts, min: 0 }),
  'free integer': integerField(facts),
  amount: amountField({ ...facts, min: '0.01', max: '1000', unit, quantity: 'megabytes' }),
  'amount above 0': amountField({
    ...facts,
    min: '0',
    aboveMin: true,
    max: '1000',
    unit,
    quantity: 'megabytes',
  }),
  choice: choiceField({ ...facts, options: [option('In'), option('NotIn')] }),
  'choice that may be empty': choiceField({ ...facts, allowsEmpty: true, options: [option('In')] }),
  flag: flagField(facts),
  strings: stringsField({ ...facts, item: label }),
  'strings without empty ones': stringsField({ ...facts, item: label, refusesEmptyItems: true }),
} satisfies Record<string, LeafSpec>;

type Name = keyof typeof specs;
const names = Object.keys(specs) as Name[];

describe('accepted', () => {
  test.each<[Name, unknown]>([
    ['text', 'a'],
    ['text', 'abcd'],
    ['text', emoji.repeat(4)],
    ['text', '\ud800'.repeat(4)],
    ['text', '\udc00\ud83d\udc00\ud83d'],
    ['text', ' '],
    ['text that may be empty', ''],
    ['patterned text', 'abcd'],
    ['integer', 1],
    ['integer', 65_535],
    ['integer from 0', 0],
    ['integer from 0', Number.MAX_SAFE_INTEGER],
    ['free integer', -5],
    ['amount', '0.01'],
    ['amount', '0.010000'],
    ['amount', '1000'],
    ['amount', '1000.000'],
    ['amount', '00.5'],
    ['amount above 0', '0.0000000000000000000000001'],
    ['choice', 'In'],
    ['choice', 'NotIn'],
    ['choice that may be empty', ''],
    ['flag', true],
    ['flag', false],
    ['strings', []],
    ['strings', ['', 'a', '']],
    ['strings without empty ones', ['a', ' ']],
  ])('%s: %j', (name, value) => {
    expect(complaintOf(specs[name], value)).toBeUndefined();
  });
});

describe('rejected', () => {
  test.each<[Name, unknown, string]>([
    ['text', '', 'This is empty'],
    ['text', 'abcde', '5 characters, 1 too many. The limit is 4.'],
    ['text', emoji.repeat(5), '5 characters, 1 too many'],
    ['text', '\ud800'.repeat(5), '5 characters, 1 too many'],
    ['text that may be empty', 'abcde', '5 characters'],
    ['patterned text', 'aBc', '“B” is not allowed here. Lower-case letters'],
    ['patterned text', 'a c', 'U+0020 (space) is not allowed here'],
    ['patterned text', 'a\u202ec', 'U+202E (right-to-left override) is not allowed here'],
    ['patterned text', 'a\ud83d', 'U+D83D (unpaired surrogate) is not allowed here'],
    ['patterned text', emoji, '“😀” (U+1F600) is not allowed here'],
    [
      'patterned text',
      '\u0430',
      '“\u0430” (U+0430 Cyrillic letter) is not allowed here. Use a instead. Lower',
    ],
    [
      'patterned text',
      '\uff41',
      '“\uff41” (U+FF41 full-width a) is not allowed here. Use a instead.',
    ],
    ['patterned text', 'a\u200b', 'U+200B (zero-width space) is not allowed here. Lower'],
    ['integer', 0, '0 is out of range. Use an integer from 1 to 65535.'],
    ['integer', 65_536, '65536 is out of range'],
    ['integer', -1, '-1 is out of range'],
    ['integer', 1.5, '1.5 is not an integer'],
    ['integer', '80', '“80” is text, not a number. Use 80.'],
    ['integer', '080', '“080” is not an integer. Use 80.'],
    ['integer', '1e3', '“1e3” is not an integer. Use 1000.'],
    ['integer', '-5', '“-5” is out of range. Use an integer from 1 to 65535.'],
    [
      'integer',
      '9007199254740993',
      '“9007199254740993” is out of range. Use an integer from 1 to 65535.',
    ],
    ['integer', '80x', '“80x” is not an integer. Use digits only'],
    ['integer', '', 'This is empty'],
    [
      'integer',
      '\uff18\uff10',
      '“\uff18\uff10” is not an integer: it contains “\uff18” (U+FF18 full-width 8). Use 80.',
    ],
    [
      'integer',
      '80\u200b',
      '“80‹U+200B›” is not an integer: it contains U+200B (zero-width space). Use 80.',
    ],
    ['integer', null, 'null is not an integer'],
    ['integer', [1], '[…] is not an integer'],
    ['integer', { a: 1 }, '{…} is not an integer'],
    ['integer', {}, '{} is not an integer'],
    ['integer from 0', -1, '-1 is out of range. Use an integer of at least 0.'],
    ['free integer', 2 ** 53, 'This number is too large. Use an integer of at most 15 digits.'],
    [
      'integer from 0',
      2 ** 53,
      'This number is too large. Use an integer from 0 to 9007199254740991.',
    ],
    [
      'integer',
      Number.POSITIVE_INFINITY,
      'This number is too large. Use an integer from 1 to 65535.',
    ],
    [
      'integer',
      Number.NEGATIVE_INFINITY,
      'This number is too small. Use an integer from 1 to 65535.',
    ],
    ['integer', 0.1234567890123456, 'This number is not an integer'],
    ['amount', '0', '0 is too small. Use 0.01 or more.'],
    ['amount', '0.00999', '0.00999 is too small'],
    ['amount', '1000.0001', '1000.0001 is too large. Use 1000 or less.'],
    ['amount', '1001', '1001 is too large'],
    ['amount', '', 'This is empty'],
    ['amount', '.5', '“.5” is not a plain decimal number. Use 0.5.'],
    ['amount', '500M', '“500M” has a unit. Use 500 (in MB).'],
    ['amount', '1Gi', '“1Gi” is 1024 MB. 1024 is too large. Use 1000 or less.'],
    ['amount', '1,5', '“1,5” is not a plain decimal number. Use 1.5.'],
    ['amount', '0,250', 'Use 0.25.'],
    ['amount', '0,999,999', '“0,999,999” is not a valid amount'],
    ['amount', ' 5', '“ 5” contains U+0020 (space). Use 5.'],
    ['amount', '０．５', '“０．５” contains “０” (U+FF10 full-width 0). Use 0.5.'],
    [
      'amount',
      'a lot',
      '“a lot” is not a valid amount. Enter a decimal number without a unit, such as 128.',
    ],
    ['amount', '209715200', 'Use 1000 or less. If the value is in bytes, use 200 (in MB).'],
    ['amount', 0.25, '0.25 is a number, but the API expects amounts as text. Use "0.25".'],
    ['amount', 2 ** 53, 'This is a number, but the API expects amounts as text.'],
    ['amount', 1e-7, 'This is a number, but the API expects amounts as text.'],
    ['amount', '-1', '“-1” is not a valid amount'],
    ['amount above 0', '0.00', '0.00 is too small. Use more than 0.'],
    ['choice', 'in', '“in” is not a valid choice. Use In or NotIn.'],
    ['choice', '', 'This is empty'],
    ['choice', 'toString', '“toString” is not a valid choice'],
    ['choice that may be empty', ' ', '“ ” is not a valid choice. Use In.'],
    ['flag', 'true', 'This must be true or false.'],
    ['flag', 0, 'This must be true or false.'],
    ['strings', 'a', 'This must be a list.'],
    ['strings', ['a', 1], 'Every entry must be text.'],
    ['strings', [null], 'Every entry must be text.'],
    ['strings without empty ones', ['a', ''], 'This is empty'],
  ])('%s: %j, with the message %j', (name, value, words) => {
    const problem = complaintOf(specs[name], value);
    expect(problem?.en).toContain(words);
    expect(problem?.zh).toMatch(/\p{Script=Han}/u);
  });

  const wrongTypes: Readonly<Record<LeafSpec['kind'], readonly unknown[]>> = {
    text: [null, 0, 1, true, [], ['a'], {}, { length: 1 }],
    integer: [null, true, [], [1], {}, NaN, Infinity, -Infinity],
    amount: [null, 1, true, [], ['1'], {}],
    choice: [null, 0, true, [], ['In'], {}],
    flag: [null, 0, 1, '', [], {}],
    strings: [null, 0, true, '', {}, { length: 0 }],
  };

  test.each(names)('%s: every value of another type', (name) => {
    for (const value of wrongTypes[specs[name].kind])
      expect(complaintOf(specs[name], value)?.en).toMatch(/\S\.$/);
  });
});

describe('suggested', () => {
  test.each<[Name, unknown, unknown]>([
    ['integer', '080', 80],
    ['integer', '\uff18\uff10', 80],
    ['integer', '70000', undefined],
    ['amount', '0.5 MB', '0.5'],
    ['amount', '1,024', undefined],
    ['amount', '1,5', '1.5'],
    ['amount', '5000m', undefined],
    ['amount', 0.25, '0.25'],
    ['amount', -1, undefined],
    ['patterned text', 'abc ', 'abc'],
    ['patterned text', '\uff41\u200bb', 'ab'],
    ['patterned text', 'a-c', undefined],
    ['text', '', undefined],
  ])('%s: %j gives %j', (name, value, wanted) => {
    const complaint = complaintOf(specs[name], value);
    expect(complaint).toBeDefined();
    expect(complaint?.suggestion).toBe(wanted);
    if (wanted !== undefined) expect(complaintOf(specs[name], wanted)).toBeUndefined();
  });
});

test.each(names)('%s: the check never throws, and its messages have both languages', (name) => {
  fc.assert(
    fc.property(fc.anything({ withObjectString: true, withNullPrototype: true }), (value) => {
      const problem = complaintOf(specs[name], value);
      if (problem === undefined) return;
      for (const words of [problem.en, problem.zh]) {
        expect(words).toMatch(/\S/);
        expect(words.length).toBeLessThan(400);
      }
    }),
    { numRuns: 200 },
  );
});

describe('characterCount', () => {
  test.each([
    ['', 0],
    ['ab', 2],
    [emoji, 1],
    [emoji.repeat(3), 3],
    ['\ud83d', 1],
    ['\ude00\ud83d', 2],
    ['\ud83d\ud83d\ude00', 2],
    ['e\u0301', 2],
    ['👩‍👩', 3],
  ])('of %j is %d', (text, wanted) => {
    expect(characterCount(text)).toBe(wanted);
  });

  test('counts like the string iterator', () => {
    const anyUnit = fc.constantFrom('a', '\ud83d', '\ude00', emoji, '中');
    fc.assert(
      fc.property(fc.array(anyUnit), (units) => {
        const text = units.join('');
        expect(characterCount(text)).toBe(Array.from(text).length);
      }),
      { numRuns: 300 },
    );
  });
});

test('characterCount handles surrogates at the ends of their ranges', () => {
  for (const pair of ['\ud800\udc00', '\ud800\udfff', '\udbff\udc00', '\udbff\udfff'])
    expect(characterCount(pair)).toBe(1);
  for (const halves of [
    '\ud800\ue000',
    '\ud800\udbff',
    '\ud7ff\udc00',
    '\udc00\udc00',
    '\ue000\udc00',
  ])
    expect(characterCount(halves)).toBe(2);
});
