import { expect, test } from 'vitest';
import { connectionEn } from './connection-en.ts';
import { connectionZh } from './connection-zh.ts';
import { en } from './en.ts';
import { submitEn } from './submit-en.ts';
import { submitZh } from './submit-zh.ts';
import { zh } from './zh.ts';

const english = [...textsOf(en), ...textsOf(connectionEn), ...textsOf(submitEn)];
const chinese = [...textsOf(zh), ...textsOf(connectionZh), ...textsOf(submitZh)];

test('the dictionaries have no text in common, so that they can be merged', () => {
  const keys = english.map(([key]) => key);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('English texts contain no Chinese, except the name of the language', () => {
  const mixed = english.filter(([, text]) => /[\u4e00-\u9fff]/.test(text));
  expect(mixed.map(([key]) => key)).toEqual(['app.languageFailed']);
});

test('Chinese texts use full-width punctuation', () => {
  expect(
    chinese.filter(([, text]) => /[\u4e00-\u9fff][,:;?!(]|[\u4e00-\u9fff]\.(?!\d)/.test(text)),
  ).toEqual([]);
});

test('Chinese texts have a space between Chinese and Latin letters or digits', () => {
  const glued = /[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/;
  expect(chinese.filter(([, text]) => glued.test(text))).toEqual([]);
});

test('the words of the connection use the same placeholders in both languages', () => {
  const placeholders = (words: object) =>
    textsOf(words)
      // Chinese has one plural form.
      .filter(([key]) => !key.endsWith('_one'))
      .map(([key, text]) => [key, text.match(/\{\{\w+\}\}/g)]);
  expect(placeholders(connectionZh)).toEqual(placeholders(connectionEn));
});

/** The texts of a dictionary by their dotted key. */
function textsOf(words: object, prefix = ''): [key: string, text: string][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : textsOf(value as object, `${prefix}${key}.`),
  );
}
