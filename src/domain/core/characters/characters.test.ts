import { describe, expect, test } from 'vitest';
import { nameCharacter, plainText, shown, visibly } from './characters.ts';

describe('nameCharacter', () => {
  test.each([
    ['A', '“A”'],
    ['_', '“_”'],
    ['中', '“中” (U+4E2D)'],
    ['😀', '“😀” (U+1F600)'],
    ['é', '“é” (U+00E9)'],
    ['\uff21', '“\uff21” (U+FF21 full-width A)'],
    ['\uff1a', '“\uff1a” (U+FF1A full-width :)'],
    ['\u0430', '“\u0430” (U+0430 Cyrillic letter)'],
    ['\u03bf', '“\u03bf” (U+03BF Greek letter)'],
    ['\u201c', '“\u201c” (U+201C left double quotation mark)'],
    ['\u2013', '“\u2013” (U+2013 en dash)'],
    ['\u3002', '“\u3002” (U+3002 ideographic full stop)'],
    ['\u3000', 'U+3000 (ideographic space)'],
    ['\t', 'U+0009 (tab)'],
    ['\n', 'U+000A (line break)'],
    [' ', 'U+0020 (space)'],
    ['\u00a0', 'U+00A0 (no-break space)'],
    ['\u200b', 'U+200B (zero-width space)'],
    ['\u202e', 'U+202E (right-to-left override)'],
    ['\u2066', 'U+2066 (left-to-right isolate)'],
    ['\ufeff', 'U+FEFF (byte order mark)'],
  ])('%j is %s', (character, wanted) => {
    expect(nameCharacter(character).en).toBe(wanted);
  });

  test.each([
    ['a control character', '\u0001', 'U+0001'],
    ['a combining mark', '\u0301', 'U+0301'],
    ['a variation selector', '\ufe0f', 'U+FE0F'],
    ['a private character', '\ue000', 'U+E000'],
    ['a tag character', '\u{e0001}', 'U+E0001'],
  ])('%s without a name is shown as its code', (_what, character, wanted) => {
    expect(nameCharacter(character).en).toBe(wanted);
  });
});

test('a character has a Chinese name too', () => {
  expect(nameCharacter('\u200b').zh).toBe('U+200B（零宽空格）');
  expect(nameCharacter('\uff21').zh).toBe('“\uff21”（U+FF21 全角 A）');
  expect(nameCharacter('\ud800')).toEqual({
    en: 'U+D800 (unpaired surrogate)',
    zh: 'U+D800（不成对的代理项）',
  });
});

test.each([
  ['\uff21\uff11\uff1a\uff0f', 'A1:/'],
  ['\u0430\u0440\u0440', 'app'],
  ['\u0391\u03bf', 'Ao'],
  ['a\u2013b\u2014c\u2212d', 'a-b-c-d'],
  ['\u201ca\u201d \u2018b\u2019', '"a" \'b\''],
  ['192\u3002168', '192.168'],
  ['a\u00a0b\u3000c', 'a b c'],
  ['\ufeffa\u200b\u202eb\u00ad', 'ab'],
  ['中文é', '中文é'],
])('%j becomes %j in plain ASCII', (text, wanted) => {
  expect(plainText(text)).toBe(wanted);
});

test('quoted text is cut after 40 characters, with codes for invisible characters', () => {
  expect(shown('a'.repeat(40))).toBe('a'.repeat(40));
  expect(shown('😀'.repeat(5000))).toBe(`${'😀'.repeat(40)}…`);
  expect(shown('a\u202eb c')).toBe('a‹U+202E›b c');
});

describe('visibly', () => {
  test.each([
    [' ', ' '],
    ['a', 'a'],
    ['文', '文'],
    ['😀', '😀'],
    ['\n', '‹U+000A›'],
    ['\u202e', '‹U+202E›'],
    ['\u00a0', '‹U+00A0›'],
    ['\udc00', '‹U+DC00›'],
  ])('shows %j as %s', (character, wanted) => {
    expect(visibly(character)).toBe(wanted);
  });
});
