import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { connectionEn } from '#src/app/words/connection-en.ts';
import { connectionZh } from '#src/app/words/connection-zh.ts';
import type { Language } from '#src/domain/core/text.ts';
import { pasteWords } from './paste-words.ts';
import { checkPaste, pasteFields, type PasteField } from './check-paste.ts';

const id = '05e1aef9040010e22fccc009adecb056';

beforeAll(async () => {
  await i18next.init({
    resources: { en: { translation: connectionEn }, zh: { translation: connectionZh } },
    interpolation: { escapeValue: false },
  });
});

function wordsFor(text: string, field: PasteField, language: Language): string | undefined {
  const report = checkPaste(text, field);
  return report && pasteWords(i18next.getFixedT(language), language, report.mistakes);
}

describe('a pasted project ID', () => {
  test.each([
    [` ${id} `, 'Remove the spaces at both ends.', '请删除首尾的空格。'],
    [`${id} `, 'Remove the trailing space.', '请删除末尾的空格。'],
    [`\t${id}`, 'Remove U+0009 (tab).', '请删除 U+0009（制表符）。'],
    [`\u00a0${id}`, 'Remove the leading space.', '请删除开头的空格。'],
    [`"${id}"`, 'Remove the quotes.', '请删除引号。'],
    [`\u201c${id}\u201d`, 'Remove the quotes.', '请删除引号。'],
    [
      `${id.slice(0, 8)}\u200b${id.slice(8)}`,
      'Remove U+200B (zero-width space).',
      '请删除 U+200B（零宽空格）。',
    ],
    [`${id.slice(0, 8)} ${id.slice(8)}`, 'Remove the spaces in the middle.', '请删除中间的空格。'],
    [`project_id: ${id}`, 'Remove the name “project_id”.', '请删除名称“project_id”。'],
    [
      `"project_id": "${id}",`,
      'Remove the name “project_id”, the quotes, and the punctuation at the end.',
      '请删除名称“project_id”、引号和末尾的标点。',
    ],
    [id.toUpperCase(), 'Use lowercase letters.', '请改为小写字母。'],
    [
      ` ${id.toUpperCase()}`,
      'Remove the leading space. Use lowercase letters.',
      '请删除开头的空格。请改为小写字母。',
    ],
    ['05e1aef9-0400-10e2-2fcc-c009adecb056', 'Remove the hyphens.', '请删除连字符。'],
  ])('%j is explained in both languages and corrected', (text, english, chinese) => {
    expect(wordsFor(text, 'projectId', 'en')).toBe(english);
    expect(wordsFor(text, 'projectId', 'zh')).toBe(chinese);
    expect(checkPaste(text, 'projectId')?.fixed).toBe(id);
  });

  test('is not corrected if it has other mistakes as well', () => {
    expect(checkPaste(' 05e1 ', 'projectId')).toEqual({ mistakes: [{ kind: 'outerSpaces' }] });
    expect(checkPaste('05e1', 'projectId')).toBeUndefined();
  });
});

test.each([
  ['"MIIabc-_+="', 'Remove the quotes.', 'MIIabc-_+='],
  ["'MIIabc'", 'Remove the quotes.', 'MIIabc'],
  ['MIIabc\u2060', 'Remove U+2060 (word joiner).', 'MIIabc'],
  ['X-Auth-Token: MIIabc', 'Remove the name “X-Auth-Token”.', 'MIIabc'],
  [
    'X-Subject-Token:MIIabc ',
    'Remove the trailing space and the name “X-Subject-Token”.',
    'MIIabc',
  ],
  ['Bearer MIIabc', 'Remove the name “Bearer”.', 'MIIabc'],
  ['MII abc', 'Remove the spaces in the middle.', 'MIIabc'],
])('the pasted token %j is explained and corrected', (text, words, fixed) => {
  expect(wordsFor(text, 'token', 'en')).toBe(words);
  expect(checkPaste(text, 'token')?.fixed).toBe(fixed);
});

test('a pasted instance ID is corrected', () => {
  expect(checkPaste('ief-instance-id: ab-1', 'instanceId')?.fixed).toBe('ab-1');
  expect(checkPaste('ab\u200d-1', 'instanceId')?.fixed).toBe('ab-1');
});

test('valid and empty texts have no mistakes', () => {
  for (const field of Object.keys(pasteFields) as PasteField[])
    expect(checkPaste('', field)).toBeUndefined();
  expect(checkPaste(id, 'projectId')).toBeUndefined();
  expect(checkPaste('ABC-9', 'instanceId')).toBeUndefined();
  expect(checkPaste('MIIabc/-_+==', 'token')).toBeUndefined();
});
