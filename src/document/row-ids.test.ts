import { describe, expect, test } from 'vitest';
import {
  insertAt,
  moveMember,
  removeAt,
  removeIn,
  replaceKey,
  setIn,
  stableKeys,
} from './edits.ts';
import { idsOf, rowId } from './row-ids.ts';
import type { Json, JsonList, JsonObject } from '#src/json/value.ts';

const rows = () => [{ name: 'a' }, { name: 'b' }, { name: 'c' }];
const texts = () => ['x', '', 'x'];

describe('list edits', () => {
  test.each<[string, (list: JsonList) => JsonList, string, readonly (number | 'new')[]]>([
    ['insert first', (list) => insertAt(list, 0, 'n'), '["n","x","","y"]', ['new', 0, 1, 2]],
    ['insert between', (list) => insertAt(list, 2, 'n'), '["x","","n","y"]', [0, 1, 'new', 2]],
    ['insert last', (list) => insertAt(list, 3, 'n'), '["x","","y","n"]', [0, 1, 2, 'new']],
    ['remove first', (list) => removeAt(list, 0), '["","y"]', [1, 2]],
    ['remove an empty text', (list) => removeAt(list, 1), '["x","y"]', [0, 2]],
    ['remove last', (list) => removeAt(list, 2), '["x",""]', [0, 1]],
    ['move down', (list) => moveMember(list, 0, 2), '["","y","x"]', [1, 2, 0]],
    ['move up', (list) => moveMember(list, 2, 0), '["y","x",""]', [2, 0, 1]],
    ['set', (list) => setIn(list, [1], 'n') as JsonList, '["x","n","y"]', [0, 1, 2]],
    [
      'append by set',
      (list) => setIn(list, [3], 'n') as JsonList,
      '["x","","y","n"]',
      [0, 1, 2, 'new'],
    ],
    ['remove by path', (list) => removeIn(list, [0]) as JsonList, '["","y"]', [1, 2]],
  ])('%s: the members and their ids', (_what, change, wanted, from) => {
    const list = ['x', '', 'y'];
    const before = idsOf(list);
    const next = change(list);
    expect(JSON.stringify(next)).toBe(wanted);
    const after = idsOf(next);
    expect(after.map((id) => (before.includes(id) ? before.indexOf(id) : 'new'))).toEqual(from);
    expect(new Set(after).size).toBe(after.length);
    expect(list).toEqual(['x', '', 'y']);
    expect(idsOf(list)).toEqual(before);
  });

  test.each([
    [0, 0],
    [0, 3],
    [3, 0],
    [-1, 0],
    [0, -1],
    [0.5, 1],
  ])('ignore a move from %d to %d', (from, to) => {
    const list = rows();
    expect(moveMember(list, from, to)).toBe(list);
  });

  test('keep equal strings apart', () => {
    const list = texts();
    const [first, empty, last] = idsOf(list);
    expect(first).not.toBe(last);
    expect(idsOf(removeAt(list, 0))).toEqual([empty, last]);
  });
});

describe('the id of a row', () => {
  test.each<[string, (document: Json) => Json]>([
    ['set below it', (document) => setIn(document, ['rows', 1, 'deep', 'x'], 1)],
    ['removed below it', (document) => removeIn(document, ['rows', 1, 'name'])],
    [
      'one key replaced by another',
      (document) => {
        const row = (document as { rows: JsonObject[] }).rows[1]!;
        return setIn(document, ['rows', 1], replaceKey(row, 'name', 'value', 'v'));
      },
    ],
    ['replacing the whole row', (document) => setIn(document, ['rows', 1], { other: true })],
    ['another row edited', (document) => setIn(document, ['rows', 0, 'name'], 'z')],
  ])('stays the same: %s', (_what, change) => {
    const document = { rows: rows() };
    const id = rowId(document.rows[1]!);
    const next = change(document) as { rows: readonly JsonObject[] };
    expect(idsOf(next.rows)[1]).toBe(id);
    expect(rowId(next.rows[1]!)).toBe(id);
  });

  test('is kept even if it was first read after the edit', () => {
    const document = { rows: rows() };
    const next = setIn(document, ['rows', 0, 'name'], 'z') as typeof document;
    expect(rowId(next.rows[0]!)).toBe(rowId(document.rows[0]!));
  });

  test('moves with its row', () => {
    const list = rows();
    const ids = idsOf(list);
    const moved = moveMember(list, 0, 2) as readonly JsonObject[];
    expect(moved.map((row) => rowId(row))).toEqual([ids[1], ids[2], ids[0]]);
  });

  test('is not part of the document', () => {
    const list = rows();
    idsOf(list);
    expect(JSON.stringify(insertAt(list, 1, { name: 'n' }))).toBe(
      '[{"name":"a"},{"name":"n"},{"name":"b"},{"name":"c"}]',
    );
    expect(Reflect.ownKeys(list[0]!)).toEqual(['name']);
  });
});

describe('stable keys', () => {
  test('identify a path by ids, and follow rows that move', () => {
    const document = { rows: rows() };
    const before = stableKeys(document, ['rows', 0, 'name']);
    expect(before).toEqual(['rows', rowId(document.rows[0]!), 'name']);
    const next = setIn(document, ['rows'], moveMember(document.rows, 0, 2));
    expect(stableKeys(next, ['rows', 2, 'name'])).toEqual(before);
    expect(stableKeys(next, ['rows', 0, 'name'])).not.toEqual(before);
  });

  test('keep the plain keys if the path does not exist', () => {
    expect(stableKeys({ rows: [] }, ['rows', 3, 'name'])).toEqual(['rows', '3', 'name']);
    expect(stableKeys({}, ['rows', 0])).toEqual(['rows', '0']);
  });
});
