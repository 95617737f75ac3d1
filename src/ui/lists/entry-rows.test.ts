import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#src/json/value.ts';
import {
  blankRow,
  syncRows,
  duplicateKeyRows,
  isWritten,
  rowsToJson,
  rowsToObject,
  rowsFromJson,
  type EntryRow,
} from './entry-rows.ts';

/** Rows as typed: `key=value` each. */
function typed(...entries: string[]): EntryRow[] {
  return entries.map((entry) => {
    const [key = '', value = ''] = entry.split('=');
    return { ...blankRow(), key, value };
  });
}

const shown = (rows: readonly EntryRow[]) =>
  rows.map(({ key, value }) => `${key}=${String(value)}`);

describe('the object that rows represent', () => {
  test('has the entries in row order', () => {
    expect(JSON.stringify(rowsToObject(typed('b=1', 'a=2')))).toBe('{"b":"1","a":"2"}');
  });

  test('omits blank rows but keeps entries with an empty key or value', () => {
    expect(rowsToObject(typed('=', 'a=', '=x'))).toEqual({ a: '', '': 'x' });
  });

  test('omits a row whose key an earlier row has', () => {
    const rows = typed('a=1', 'a=2', 'b=3');
    expect(rowsToObject(rows)).toEqual({ a: '1', b: '3' });
    expect(duplicateKeyRows(rows)).toEqual(new Set([rows[1]!.id]));
    expect(rows.map((row) => isWritten(row, duplicateKeyRows(rows)))).toEqual([true, false, true]);
  });

  test('accepts any key, including names that objects inherit', () => {
    const object = rowsToObject(typed('__proto__=1', 'toString=2'));
    expect(JSON.stringify(object)).toBe('{"__proto__":"1","toString":"2"}');
    expect(shown(syncRows([], object))).toEqual(['__proto__=1', 'toString=2']);
  });

  test('equals the object that the rows were created from', () => {
    for (const object of [{}, { '': '' }, { a: 1, b: null, c: ['x'], d: {} }] as JsonObject[])
      expect(rowsToObject(syncRows([], object))).toEqual(object);
  });
});

describe('rows synced with an object', () => {
  test('are the same rows if the object did not change', () => {
    const rows = typed('a=1', 'a=2', '=');
    const followed = syncRows(rows, { a: '1' });
    expect(followed.map((row, at) => row === rows[at])).toEqual([true, true, true]);
  });

  test('keep the row of a key at its new position', () => {
    const rows = typed('a=1', 'b=2');
    const followed = syncRows(rows, { b: '2', a: '3' });
    expect(shown(followed)).toEqual(['b=2', 'a=3']);
    expect(followed.map(({ id }) => id)).toEqual([rows[1]!.id, rows[0]!.id]);
  });

  test('keep the row at a position whose key was undone', () => {
    const rows = typed('a=1', 'app=2');
    const followed = syncRows(rows, { a: '1', ap: '2' });
    expect(shown(followed)).toEqual(['a=1', 'ap=2']);
    expect(followed[1]!.id).toBe(rows[1]!.id);
  });

  test('drop removed entries and add new ones', () => {
    const rows = typed('a=1', 'b=2');
    expect(shown(syncRows(rows, {}))).toEqual([]);
    expect(shown(syncRows(rows, { a: '1', b: '2', c: '3' }))).toEqual(['a=1', 'b=2', 'c=3']);
  });

  test('keep blank rows and rows with a duplicate key, after the others', () => {
    const rows = typed('a=1', 'a=2', '=');
    expect(shown(syncRows(rows, { b: '0', a: '1' }))).toEqual(['b=0', 'a=1', 'a=2', '=']);
    expect(shown(syncRows([...typed('b=0'), ...rows], { a: '1' }))).toEqual(['a=1', 'a=2', '=']);
    expect(shown(syncRows(rows, {}))).toEqual(['=']);
  });

  test('survive the conversion to JSON and back', () => {
    const rows = typed('a=1', 'a=2', '=');
    const back = rowsFromJson(rowsToJson(rows));
    expect(shown(syncRows(back, { a: '1' }))).toEqual(['a=1', 'a=2', '=']);
    expect(rowsFromJson(undefined)).toEqual([]);
    expect(rowsFromJson([{ key: 1 }, 'x', null])).toEqual([]);
  });
});
