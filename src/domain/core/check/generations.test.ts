import { describe, expect, test } from 'vitest';
import { checkField } from './check-fields.ts';
import { complaintOf } from './field-errors.ts';
import { existsIn, sourceOf } from '../spec/field.ts';
import { choiceField, integerField, stringsField, textField } from '../spec/leaf-fields.ts';
import { entriesField, groupField, rowsField } from '../spec/structure-fields.ts';
import type { Generation } from '../context.ts';

const label = { en: 'Field', zh: '字段' };
const word = (value: string) => ({ value, label });

const group = groupField({
  name: 'Sample',
  table: 3,
  label,
  fields: {
    common: choiceField({
      table: 3,
      label,
      options: [
        word('both'),
        { ...word('older'), generation: '2024-04' },
        { ...word('newer'), generation: '2025' },
      ],
    }),
    older: integerField({ table: 3, generation: '2024-04', required: true, label, max: 9 }),
    newer: groupField({
      name: 'Newer',
      generation: '2025',
      label: { en: 'Newer part', zh: '新部分' },
      fields: {
        count: integerField({ label, max: 9 }),
        labels: entriesField({ label, key: { en: 'Key', zh: '键' }, value: label }),
      },
    }),
    list: stringsField({ table: 4, takesNull: true, label, item: label }),
    rows: rowsField({
      table: 5,
      label,
      item: label,
      row: groupField({
        name: 'Row',
        table: 5,
        remembered: true,
        label,
        fields: { name: textField({ table: 5, required: true, label }) },
      }),
    }),
  },
});

/** The issues as `severity path source`. */
const found = (value: object, generation: Generation) =>
  checkField(group, { older: 1, ...value }, 'Sample', generation).map(
    ({ severity, path, source }) => `${severity} ${path.join('.')} ${source}`,
  );

describe('an option of a choice', () => {
  test.each<[string, string[], string[]]>([
    ['both', [], []],
    ['older', [], ['error common table 3']],
    ['newer', ['error common table 3'], []],
    ['none', ['error common table 3'], ['error common table 3']],
  ])('%s', (common, byPage, in2025) => {
    expect(found({ common }, '2024-04')).toEqual(byPage);
    expect(found({ common }, '2025').slice(0, in2025.length)).toEqual(in2025);
  });

  test('of the other generation has a different message than an unknown one', () => {
    const { common } = group.fields;
    expect(complaintOf(common, 'newer')?.en).toBe(
      'newer is newer than the API page of 2024-04. Use both or older.',
    );
    expect(complaintOf(common, 'older', '2025')?.en).toBe(
      'older does not exist in generation 2025. Use both or newer.',
    );
    expect(complaintOf(common, 'none')?.en).toBe(
      '“none” is not a valid choice. Use both or older.',
    );
    expect(complaintOf(common, 7)?.en).toBe('This must be text.');
    expect(complaintOf(common, 'newer')?.zh).toContain('晚于');
    expect(complaintOf(common, 'older', '2025')?.zh).toContain('已不存在');
  });
});

describe('a field of one generation', () => {
  test('is checked in its own', () => {
    expect(found({ newer: { count: 10 } }, '2025')).toContain('error newer.count API Explorer');
    expect(found({ older: 10 }, '2024-04')).toEqual(['error older table 3']);
  });

  test('is a warning in the other generation, and so are problems inside it', () => {
    expect(found({ newer: { count: 10 } }, '2024-04')).toEqual([
      'warning newer API Explorer',
      'warning newer.count API Explorer',
    ]);
    expect(found({ older: 10 }, '2025')).toEqual([
      'warning older table 3',
      'warning older table 3',
    ]);
  });

  test('is named in the message, with its source', () => {
    const [byPage] = checkField(group, { older: 1, newer: {} }, 'Sample', '2024-04');
    expect(byPage?.message.en).toMatch(/^Newer part is newer than the API page/);
    expect(byPage?.message.zh).toMatch(/^新部分晚于/);
    expect(byPage?.field).toBe('Sample.newer');
    const [in2025] = checkField(group, { older: 1 }, 'Sample', '2025');
    expect(in2025?.message.en).toMatch(/^Field is the format of the API page/);
    expect(in2025?.message.zh).toContain('API 页面的写法');
  });

  test('is missing only in its own', () => {
    const missed = (generation: Generation) => checkField(group, {}, 'Sample', generation).length;
    expect([missed('2024-04'), missed('2025')]).toEqual([1, 0]);
  });

  test('exists in its own, an unmarked field in both', () => {
    const { newer, rows } = group.fields;
    expect([existsIn(newer, '2024-04'), existsIn(newer, '2025')]).toEqual([false, true]);
    expect([existsIn(rows, '2024-04'), existsIn(rows, '2025')]).toEqual([true, true]);
    expect([sourceOf(newer), sourceOf(rows)]).toEqual(['API Explorer', 'table 5']);
  });
});

test('a cached object is checked again for the other generation', () => {
  const rows = [{ name: '' }];
  expect(found({ rows }, '2024-04')).toEqual(['error rows.0.name table 5']);
  expect(found({ rows }, '2025')).toContain('error rows.0.name table 5');
  expect(found({ rows }, '2024-04')).toEqual(['error rows.0.name table 5']);
});

test.each([
  [null, []],
  [[], []],
  [{}, ['error list table 4']],
])('only null counts as absent for an optional field: %j', (list, wanted) => {
  expect(found({ list }, '2024-04')).toEqual(wanted);
  expect(found({ common: list === null ? null : 'both' }, '2024-04')).toEqual([]);
});

describe('an object of strings', () => {
  test.each<[unknown, string[]]>([
    [{}, []],
    [{ a: '', 'b/c': 'd' }, []],
    [{ a: 1, b: 'x', c: null }, ['newer.labels.a', 'newer.labels.c']],
    [{ '': 'x' }, ['newer.labels.']],
    [{ '': 7 }, ['newer.labels.', 'newer.labels.']],
    [[], ['newer.labels']],
    ['a', ['newer.labels']],
    [null, []],
  ])('%j', (labels, places) => {
    const issues = checkField(group, { older: 1, newer: { labels } }, 'Sample', '2025');
    expect(issues.slice(1).map(({ path }) => path.join('.'))).toEqual(places);
  });

  test('names the missing key', () => {
    const value = { older: 1, newer: { labels: { '': 'x' } } };
    expect(checkField(group, value, 'Sample', '2025').at(-1)?.message.en).toBe('Key is required.');
  });
});
