import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#src/json/value.ts';
import {
  blankRow,
  followObject,
  duplicateKeyRows,
  isWritten,
  keepRows,
  objectOf,
  recallRows,
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

describe('the object that rows stand for', () => {
  test('has their entries in their order', () => {
    expect(JSON.stringify(objectOf(typed('b=1', 'a=2')))).toBe('{"b":"1","a":"2"}');
  });

  test('leaves out blank rows, but no entry with one empty side', () => {
    expect(objectOf(typed('=', 'a=', '=x'))).toEqual({ a: '', '': 'x' });
  });

  test('holds back a row whose key an earlier one has', () => {
    const rows = typed('a=1', 'a=2', 'b=3');
    expect(objectOf(rows)).toEqual({ a: '1', b: '3' });
    expect(duplicateKeyRows(rows)).toEqual(new Set([rows[1]!.id]));
    expect(rows.map((row) => isWritten(row, duplicateKeyRows(rows)))).toEqual([true, false, true]);
  });

  test('takes any key as its own, also those that objects inherit', () => {
    const object = objectOf(typed('__proto__=1', 'toString=2'));
    expect(JSON.stringify(object)).toBe('{"__proto__":"1","toString":"2"}');
    expect(shown(followObject([], object))).toEqual(['__proto__=1', 'toString=2']);
  });

  test('is the object the rows were made of, whatever it holds', () => {
    for (const object of [{}, { '': '' }, { a: 1, b: null, c: ['x'], d: {} }] as JsonObject[])
      expect(objectOf(followObject([], object))).toEqual(object);
  });
});

describe('rows that follow an object', () => {
  test('are the very rows where it is what they stand for', () => {
    const rows = typed('a=1', 'a=2', '=');
    const followed = followObject(rows, { a: '1' });
    expect(followed.map((row, at) => row === rows[at])).toEqual([true, true, true]);
  });

  test('keep the row of a key, wherever it stands now', () => {
    const rows = typed('a=1', 'b=2');
    const followed = followObject(rows, { b: '2', a: '3' });
    expect(shown(followed)).toEqual(['b=2', 'a=3']);
    expect(followed.map(({ id }) => id)).toEqual([rows[1]!.id, rows[0]!.id]);
  });

  test('keep the row at its place where a key was undone', () => {
    const rows = typed('a=1', 'app=2');
    const followed = followObject(rows, { a: '1', ap: '2' });
    expect(shown(followed)).toEqual(['a=1', 'ap=2']);
    expect(followed[1]!.id).toBe(rows[1]!.id);
  });

  test('drop what is gone and add what is new', () => {
    const rows = typed('a=1', 'b=2');
    expect(shown(followObject(rows, {}))).toEqual([]);
    expect(shown(followObject(rows, { a: '1', b: '2', c: '3' }))).toEqual(['a=1', 'b=2', 'c=3']);
  });

  test('keep blank rows and rows whose key still stands twice, behind the others', () => {
    const rows = typed('a=1', 'a=2', '=');
    expect(shown(followObject(rows, { b: '0', a: '1' }))).toEqual(['b=0', 'a=1', 'a=2', '=']);
    expect(shown(followObject([...typed('b=0'), ...rows], { a: '1' }))).toEqual([
      'a=1',
      'a=2',
      '=',
    ]);
    expect(shown(followObject(rows, {}))).toEqual(['=']);
  });

  test('come back from where they were kept', () => {
    const rows = typed('a=1', 'a=2', '=');
    const back = recallRows(keepRows(rows));
    expect(shown(followObject(back, { a: '1' }))).toEqual(['a=1', 'a=2', '=']);
    expect(recallRows(undefined)).toEqual([]);
    expect(recallRows([{ key: 1 }, 'x', null])).toEqual([]);
  });
});
