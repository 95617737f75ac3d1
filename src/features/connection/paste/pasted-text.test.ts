import { describe, expect, test } from 'vitest';
import { pastedKinds, pasteMistake } from './pasted-text.ts';

const id = '05e1aef9040010e22fccc009adecb056';

describe('a project ID', () => {
  test.each([
    [` ${id} `, 'Remove the spaces at both ends.', '请删除首尾的空格。'],
    [`${id} `, 'Remove the space at the end.', '请删除末尾的空格。'],
    [`\t${id}`, 'Remove U+0009 (tab).', '请删除 U+0009（制表符）。'],
    [`\u00a0${id}`, 'Remove the space at the beginning.', '请删除开头的空格。'],
    [`"${id}"`, 'Remove the quotes.', '请删除引号。'],
    [`\u201c${id}\u201d`, 'Remove the quotes.', '请删除引号。'],
    [
      `${id.slice(0, 8)}\u200b${id.slice(8)}`,
      'Remove U+200B (zero-width space).',
      '请删除 U+200B（零宽空格）。',
    ],
    [`${id.slice(0, 8)} ${id.slice(8)}`, 'Remove the spaces inside.', '请删除中间的空格。'],
    [`project_id: ${id}`, 'Remove the name “project_id”.', '请删除名称“project_id”。'],
    [
      `"project_id": "${id}",`,
      'Remove the name “project_id”, remove the quotes, remove the comma at the end.',
      undefined,
    ],
    [id.toUpperCase(), 'Write small letters.', '请改为小写字母。'],
    ['05e1aef9-0400-10e2-2fcc-c009adecb056', 'Remove the hyphens.', '请删除连字符。'],
  ])('%j', (text, en, zh) => {
    const mistake = pasteMistake(text, 'projectId');
    expect(mistake?.words.en).toBe(en);
    if (zh !== undefined) expect(mistake?.words.zh).toBe(zh);
    expect(mistake?.fixed).toBe(id);
  });

  test('that is wrong without these, too, is not put right', () => {
    expect(pasteMistake(' 05e1 ', 'projectId')).toEqual({
      words: { en: 'Remove the spaces at both ends.', zh: '请删除首尾的空格。' },
    });
    expect(pasteMistake('05e1', 'projectId')).toBeUndefined();
  });
});

test.each([
  ['"MIIabc-_+="', 'Remove the quotes.', 'MIIabc-_+='],
  ["'MIIabc'", 'Remove the quotes.', 'MIIabc'],
  ['MIIabc\u2060', 'Remove U+2060 (word joiner).', 'MIIabc'],
  ['X-Auth-Token: MIIabc', 'Remove the name “X-Auth-Token”.', 'MIIabc'],
  [
    'X-Subject-Token:MIIabc ',
    'Remove the space at the end, remove the name “X-Subject-Token”.',
    'MIIabc',
  ],
  ['Bearer MIIabc', 'Remove the name “Bearer”.', 'MIIabc'],
  ['MII abc', 'Remove the spaces inside.', 'MIIabc'],
])('a token %j', (text, en, fixed) => {
  expect(pasteMistake(text, 'token')).toMatchObject({ words: { en }, fixed });
});

test('an instance ID', () => {
  expect(pasteMistake('ief-instance-id: ab-1', 'instanceId')?.fixed).toBe('ab-1');
  expect(pasteMistake('ab\u200d-1', 'instanceId')?.fixed).toBe('ab-1');
});

test('what is good, and what is empty, has no mistake', () => {
  for (const kind of Object.keys(pastedKinds) as (keyof typeof pastedKinds)[])
    expect(pasteMistake('', kind)).toBeUndefined();
  expect(pasteMistake(id, 'projectId')).toBeUndefined();
  expect(pasteMistake('ABC-9', 'instanceId')).toBeUndefined();
  expect(pasteMistake('MIIabc/-_+==', 'token')).toBeUndefined();
});
