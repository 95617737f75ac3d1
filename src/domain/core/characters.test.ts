import { describe, expect, test } from 'vitest';
import { nameCharacter, visibly } from './characters.ts';

describe('nameCharacter', () => {
  test.each([
    ['A', '“A”'],
    ['_', '“_”'],
    ['中', '“中”'],
    ['😀', '“😀”'],
    ['\u0430', '“\u0430”'],
    ['\t', 'U+0009 (tab)'],
    ['\n', 'U+000A (line break)'],
    [' ', 'U+0020 (space)'],
    ['\u00a0', 'U+00A0 (no-break space)'],
    ['\u200b', 'U+200B (zero-width space)'],
    ['\u202e', 'U+202E (right-to-left override)'],
    ['\u2066', 'U+2066 (left-to-right isolate)'],
    ['\ufeff', 'U+FEFF (byte order mark)'],
  ])('%j is %s', (character, wanted) => {
    expect(nameCharacter(character)).toBe(wanted);
  });

  test.each([
    ['a control character', '\0', 'U+0000'],
    ['a lone high surrogate', '\ud800', 'U+D800'],
    ['a lone low surrogate', '\udfff', 'U+DFFF'],
    ['a combining mark', '\u0301', 'U+0301'],
    ['a variation selector', '\ufe0f', 'U+FE0F'],
    ['a line separator', '\u2028', 'U+2028'],
    ['a private character', '\ue000', 'U+E000'],
    ['a tag character', '\u{e0001}', 'U+E0001'],
  ])('%s without a name is shown by its code', (_what, character, wanted) => {
    expect(nameCharacter(character)).toBe(wanted);
  });
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
