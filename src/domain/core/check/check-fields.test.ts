import { describe, expect, test } from 'vitest';
import { checkField } from './check-fields.ts';
import { sampleGroup } from '../spec/fields.testing.ts';
import { formatPath } from '#src/json/path.ts';

const check = (value: unknown) => checkField(sampleGroup, value, 'Sample');
const places = (value: unknown) => check(value).map(({ path }) => formatPath(path));
const good = () => ({ title: 'a', rows: [{ name: 'b' }] });

describe('checkField', () => {
  test.each<[string, unknown, string[]]>([
    ['a body with all required members', good(), []],
    [
      'a body with every field',
      { ...good(), kind: '', target: '', words: [], amount: '1', on: true, box: { inner: [] } },
      [],
    ],
    ['null where null counts as absent', { ...good(), target: null, words: null }, []],
    ['unknown keys of any value', { ...good(), odd: { deep: [null] }, 'a.b': 1 }, []],
    [
      'an own __proto__ key',
      JSON.parse('{"title":"a","rows":[{"name":"b"}],"__proto__":{"title":5}}'),
      [],
    ],
    ['an empty object', {}, ['title', 'rows']],
    ['inherited members', Object.create(good()), ['title', 'rows']],
    [
      'members only below __proto__',
      JSON.parse('{"__proto__":{"title":"a","rows":[]}}'),
      ['title', 'rows'],
    ],
    ['a list without required entries', { ...good(), rows: [] }, ['rows']],
    ['a value that is not a list', { ...good(), rows: { 0: {} } }, ['rows']],
    [
      'null for a required value',
      { title: null, rows: null, on: null, box: null },
      // Optional members may be null; R46 checks them.
      ['title', 'rows'],
    ],
    [
      'rows that are not objects',
      { ...good(), rows: [null, [], 'x', 1, { name: 'b' }] },
      ['rows[0]', 'rows[1]', 'rows[2]', 'rows[3]'],
    ],
    [
      'members of rows',
      { ...good(), rows: [{ name: 'b' }, { port: 10 }] },
      ['rows[1].name', 'rows[1].port'],
    ],
    [
      'members of rows in a group',
      { ...good(), box: { inner: [{ name: '' }] } },
      ['box.inner[0].name'],
    ],
    ['a list of strings as a whole', { ...good(), words: ['a', ''] }, ['words']],
  ])('of %s', (_what, value, wanted) => {
    expect(places(value)).toEqual(wanted);
  });

  test.each([null, undefined, [], 'x', 1, true])('reports that %j is not an object', (value) => {
    expect(check(value)).toMatchObject([
      { path: [], severity: 'error', message: { en: 'This must be an object.' } },
    ]);
  });

  test('names the field, its table and the missing value', () => {
    expect(check({ title: 'a', rows: [{}] })).toEqual([
      {
        path: ['rows', 0, 'name'],
        severity: 'error',
        message: { en: 'Field is required.', zh: '请填写字段。' },
        kind: 'missing',
        field: 'Row.name',
        source: 'table 1',
      },
    ]);
  });

  test('handles 140,000 rows with one issue each', () => {
    const rows = Array.from({ length: 140_000 }, () => ({}));
    expect(check({ title: 'a', rows })).toHaveLength(140_000);
  });

  test('caches the issues of an object and checks a copy again', () => {
    let reads = 0;
    const row = {
      get name() {
        reads++;
        return 'b';
      },
      port: 10,
    };
    const first = check({ title: 'a', rows: [row] });
    const readsOfFirst = reads;
    const second = check({ title: 'a', rows: [{ name: 'b' }, row] });
    expect(second.map(({ path }) => path)).toEqual([['rows', 1, 'port']]);
    expect(second[0]!.message).toEqual(first[0]!.message);
    expect(readsOfFirst).toBeGreaterThan(0);
    expect(reads).toBe(readsOfFirst);
    expect(check({ title: 'a', rows: [{ ...row, port: 9 }] })).toEqual([]);
  });

  test('caches the issues of one object separately for two specs', () => {
    const value = { name: 'abc', title: 'a', rows: [{ name: 'b' }] };
    expect(checkField(sampleGroup, value, '')).toEqual([]);
    expect(checkField(sampleGroup.fields.rows.row, { ...value, name: 1 }, '')).toHaveLength(1);
    expect(checkField(sampleGroup.fields.box, value, '')).toEqual([]);
    expect(checkField(sampleGroup.fields.rows.row, value, '')).toEqual([]);
  });
});
