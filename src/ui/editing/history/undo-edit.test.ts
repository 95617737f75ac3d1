import { expect, test } from 'vitest';
import { insertAt, moveMember, removeAt, setIn } from '#src/document/edits.ts';
import { parse } from '#src/document/documents.testing.ts';
import type { Json, JsonList } from '#src/json/value.ts';
import { createDocumentStore } from '#src/document/store.ts';
import { createHistory } from './history.ts';
import { undoEdit } from './undo-edit.ts';

const path = ['rows', 0, 'list'];

/** A store in which the second of three members of a list inside a row was just removed, and the undo of that edit. */
function removed() {
  const store = createDocumentStore(parse('{"rows":[{"list":["a","b","c"]},{"list":[]}],"x":1}'));
  const list = (document: Json, [, row]: readonly unknown[]) =>
    (document as { rows: { list: JsonList }[] }).rows[Number(row)]!.list;
  store.edit(setIn(store.get(), path, removeAt(list(store.get(), path), 1)));
  const { run: back, isPossible } = undoEdit(
    { store, history: createHistory(store) },
    path,
    (document, place) => setIn(document, place, insertAt(list(document, place), 1, 'b')),
  );
  return { store, back, isPossible };
}

const text = (document: Json) => JSON.stringify(document);

test('undoes the last edit', () => {
  const { store, back } = removed();
  back();
  expect(text(store.get())).toBe('{"rows":[{"list":["a","b","c"]},{"list":[]}],"x":1}');
  expect(store.canUndo()).toBe(false);
  expect(store.canRedo()).toBe(true);
});

test('keeps later edits, and each edit can be undone', () => {
  const { store, back } = removed();
  store.edit(setIn(store.get(), ['x'], 2));
  back();
  expect(text(store.get())).toBe('{"rows":[{"list":["a","b","c"]},{"list":[]}],"x":2}');
  store.undo();
  expect(text(store.get())).toBe('{"rows":[{"list":["a","c"]},{"list":[]}],"x":2}');
});

test('the place is found at its current path', () => {
  const { store, back } = removed();
  const { rows } = store.get() as { rows: JsonList };
  store.edit(setIn(store.get(), ['rows'], moveMember(rows, 0, 1)));
  back();
  expect(text(store.get())).toBe('{"rows":[{"list":[]},{"list":["a","b","c"]}],"x":1}');
});

test('nothing is done if the place no longer exists', () => {
  const { store, back } = removed();
  const { rows } = store.get() as { rows: JsonList };
  store.edit(setIn(store.get(), ['rows'], removeAt(rows, 0)));
  const before = store.get();
  back();
  expect(store.get()).toBe(before);
});

test('it is possible until the edit was undone some other way', () => {
  const { store, isPossible } = removed();
  expect(isPossible()).toBe(true);
  store.edit(setIn(store.get(), ['x'], 2));
  expect(isPossible()).toBe(true);
  store.undo();
  store.undo();
  expect(isPossible()).toBe(false);
});

test('it is not possible once its place no longer exists, or another document is open', () => {
  const { store, isPossible } = removed();
  store.edit(setIn(store.get(), ['rows'], []));
  expect(isPossible()).toBe(false);
  store.undo();
  expect(isPossible()).toBe(true);
  store.reset(parse('{"rows":[{"list":[]}]}'));
  expect(isPossible()).toBe(false);
});
