import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pathFields } from '#src/domain/api/endpoints.ts';
import { pageTables, rowsOfTable } from './page-rows.ts';
import { pageGroups, rowEntries, type Mention } from './row-map.ts';
import { wireTypeOf } from './wire-type.fixture.ts';

const entries = rowEntries();
const specified = entries.flatMap((entry) => (entry.spec ? [{ ...entry, spec: entry.spec }] : []));

const texts = new Map<string, string>();
function textOf(file: string): string {
  const text = texts.get(file) ?? readFileSync(file, 'utf8');
  texts.set(file, text);
  return text;
}

const mentions = (all: readonly Mention[]) => [
  ...new Map(all.map(({ file, text }) => [`${file} ${text}`, [text, file] as const])).values(),
];

describe('the transcription', () => {
  test('has tables 1 to 41 in order, and 158 rows', () => {
    expect(pageTables.map(([table]) => table)).toEqual(
      Array.from({ length: 41 }, (_, index) => index + 1),
    );
    expect(rowsOfTable(pageTables)).toHaveLength(158);
  });

  test('has each row once, with a type', () => {
    const names = rowsOfTable(pageTables).map(({ table, key }) => `${table} ${key}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { wireType } of rowsOfTable(pageTables))
      expect(wireType).toMatch(/^(String|Integer|Boolean|Array of strings|(Array of|object) \d+)$/);
  });
});

describe('every row has a spec with its type and table:', () => {
  test.each(specified)(
    'table $table, $type, $key: $wireType',
    ({ spec, wireType, table, required }) => {
      expect(wireTypeOf(spec)).toBe(wireType);
      expect(spec.required ?? false).toBe(required);
      // An object or a list of objects has the table of its type.
      const typeTable = /(\d+)$/.exec(wireType)?.[1];
      expect(spec.table).toBe(typeTable === undefined ? table : Number(typeTable));
    },
  );

  test('except the headers', () => {
    const others = entries.filter(({ spec }) => spec === undefined);
    expect(others.map(({ key }) => key)).toEqual([
      'Content-Type',
      'X-Auth-Token',
      'ief-instance-id',
    ]);
  });
});

test('every spec with a table is a row', () => {
  const found = [
    ...Object.entries(pathFields).flatMap(([key, { table }]) => (table ? [`${table} ${key}`] : [])),
    ...pageGroups.flatMap((group) =>
      Object.entries(group.fields).flatMap(([key, spec]) =>
        spec.table === undefined ? [] : [`${group.table} ${key}`],
      ),
    ),
  ];
  const rows = specified.map(({ table, key }) => `${table} ${key}`);
  expect([...new Set(found)].toSorted()).toEqual(rows.toSorted());
});

test.each(mentions(entries.map(({ place }) => place)))('%j is in %s', (text, file) => {
  expect(textOf(file)).toContain(text);
});

test.each(mentions(entries.flatMap(({ tests }) => tests)))(
  'the test %j is in %s',
  (title, file) => {
    expect(textOf(file)).toContain(`'${title}'`);
  },
);
