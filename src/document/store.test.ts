import { describe, expect, test, vi } from 'vitest';
import type { Json } from '#src/json/value.ts';
import { createDocumentStore, type DocumentStore } from './store.ts';

/** A store with the document `''` and a manual clock. */
function scene(initial: Json = '') {
  const clock = { at: 0 };
  return { clock, store: createDocumentStore(initial, () => clock.at) };
}

/** Types each text, `gap` milliseconds after the previous one. */
function type(
  store: DocumentStore,
  clock: { at: number },
  texts: string[],
  gap: number,
  path = ['a'],
) {
  for (const text of texts) {
    clock.at += gap;
    store.edit(text, { path, typing: true });
  }
}

function undoAll(store: DocumentStore): Json[] {
  const seen: Json[] = [];
  while (store.undo() !== undefined) seen.push(store.get());
  return seen;
}

describe('undo and redo', () => {
  test('go through the documents and return the path of each edit', () => {
    const { store } = scene('one');
    store.edit('two', { path: ['a'] });
    store.edit('three', { path: ['b', 0] });
    expect(store.undo()).toEqual(['b', 0]);
    expect(store.get()).toBe('two');
    expect(store.undo()).toEqual(['a']);
    expect(store.get()).toBe('one');
    expect(store.redo()).toEqual(['a']);
    expect(store.redo()).toEqual(['b', 0]);
    expect(store.get()).toBe('three');
  });

  test('restore the same object', () => {
    const first = { rows: [{ name: 'a' }] };
    const { store } = scene(first);
    store.edit({ rows: [] });
    store.undo();
    expect(store.get()).toBe(first);
  });

  test('return the root for an edit without a path', () => {
    const { store } = scene();
    store.edit('x');
    expect(store.undo()).toEqual([]);
  });

  test('do nothing at either end', () => {
    const { store } = scene('one');
    const listener = vi.fn<() => void>();
    store.subscribe(listener);
    expect(store.undo()).toBeUndefined();
    expect(store.redo()).toBeUndefined();
    expect(store.get()).toBe('one');
    expect(listener).not.toHaveBeenCalled();
  });

  test('report whether there is a step', () => {
    const { store } = scene();
    expect([store.canUndo(), store.canRedo()]).toEqual([false, false]);
    store.edit('x');
    expect([store.canUndo(), store.canRedo()]).toEqual([true, false]);
    store.undo();
    expect([store.canUndo(), store.canRedo()]).toEqual([false, true]);
  });

  test('an edit after undo clears redo', () => {
    const { store } = scene('one');
    store.edit('two');
    store.undo();
    store.edit('other');
    expect(store.redo()).toBeUndefined();
    expect(undoAll(store)).toEqual(['one']);
  });

  test('an edit that changes nothing adds no step and keeps redo', () => {
    const { store } = scene('one');
    store.edit('two');
    store.undo();
    store.edit('one');
    expect([store.canUndo(), store.canRedo()]).toEqual([false, true]);
  });

  test('keep the last 500 steps', () => {
    const { store } = scene(0);
    for (let next = 1; next <= 501; next++) store.edit(next);
    const seen = undoAll(store);
    expect(seen).toHaveLength(500);
    expect(seen.at(-1)).toBe(1);
  });
});

describe('typing', () => {
  test('in one field without a pause is one step', () => {
    const { store, clock } = scene();
    type(store, clock, ['a', 'ab', 'abc', 'abcd'], 900);
    expect(undoAll(store)).toEqual(['']);
    store.redo();
    expect(store.get()).toBe('abcd');
  });

  test.each([
    [999, ['']],
    [1000, ['a', '']],
  ])('continues the same step after a pause of %d ms: back to %j', (gap, wanted) => {
    const { store, clock } = scene();
    type(store, clock, ['a', 'ab'], gap);
    expect(undoAll(store)).toEqual(wanted);
  });

  test('in another field begins a step', () => {
    const { store, clock } = scene();
    type(store, clock, ['a'], 10, ['x']);
    type(store, clock, ['ab'], 10, ['y']);
    expect(undoAll(store)).toEqual(['a', '']);
  });

  test('an index and a key with the same text are two fields', () => {
    const { store } = scene();
    store.edit('a', { path: [0], typing: true });
    store.edit('ab', { path: ['0'], typing: true });
    expect(undoAll(store)).toEqual(['a', '']);
  });

  test.each<[string, (store: DocumentStore) => void, Json[]]>([
    ['an edit that is not typing', (store) => store.edit('b', { path: ['a'] }), ['b', 'a', '']],
    ['an edit elsewhere without a path', (store) => store.edit('b'), ['b', 'a', '']],
    ['typing without a path', (store) => store.edit('b', { typing: true }), ['b', 'a', '']],
  ])('begins a step after %s', (_what, between, wanted) => {
    const { store, clock } = scene();
    type(store, clock, ['a'], 10);
    between(store);
    type(store, clock, ['c'], 10);
    expect(undoAll(store)).toEqual(wanted);
  });

  test('in one session is one step, whatever the pauses; another session begins a step', () => {
    const { store, clock } = scene();
    for (const [text, session] of [
      ['a', 'x'],
      ['ab', 'x'],
      ['abc', 'y'],
      ['abcd', 'y'],
    ] as const) {
      clock.at += 60_000;
      store.edit(text, { path: ['a'], session });
    }
    expect(undoAll(store)).toEqual(['ab', '']);
  });

  test('after undo begins a step', () => {
    const { store, clock } = scene('first');
    store.edit('second');
    type(store, clock, ['a'], 10);
    store.undo();
    type(store, clock, ['b'], 10);
    expect(undoAll(store)).toEqual(['second', 'first']);
  });

  test('after reset begins a step', () => {
    const { store, clock } = scene();
    type(store, clock, ['a'], 10);
    store.reset('fresh');
    type(store, clock, ['b'], 10);
    expect(undoAll(store)).toEqual(['fresh']);
  });
});

describe('reset', () => {
  test('replaces the document and clears the history', () => {
    const { store } = scene('one');
    store.edit('two');
    store.edit('three');
    store.undo();
    store.reset('fresh');
    expect(store.get()).toBe('fresh');
    expect([store.canUndo(), store.canRedo()]).toEqual([false, false]);
  });
});

describe('listeners', () => {
  test('are called once per change until they unsubscribe', () => {
    const { store } = scene('one');
    const seen: Json[] = [];
    const leave = store.subscribe(() => seen.push(store.get()));
    store.edit('two');
    store.edit('two');
    store.undo();
    store.redo();
    store.reset('fresh');
    leave();
    store.edit('unseen');
    expect(seen).toEqual(['two', 'one', 'two', 'fresh']);
  });
});

describe('documents', () => {
  test.each<[string, (store: DocumentStore, document: Json) => void]>([
    ['edited', (store, document) => store.edit(document)],
    ['reset', (store, document) => store.reset(document)],
  ])('are frozen completely when %s', (_what, put) => {
    const { store } = scene();
    const inner: number[] = [];
    const list: Json[] = [{ c: inner }, {}];
    put(store, { a: { b: list } });
    expect(() => inner.push(1)).toThrow(TypeError);
    expect(() => list.push('x')).toThrow(TypeError);
    expect(list.every((row) => Object.isFrozen(row))).toBe(true);
    expect(Object.isFrozen(store.get())).toBe(true);
  });

  test('are frozen from the start', () => {
    const initial = { a: [1] };
    createDocumentStore(initial);
    expect(Object.isFrozen(initial.a)).toBe(true);
  });

  test('can be 100,000 levels deep', () => {
    let deep: Json = [];
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    const { store } = scene();
    store.edit(deep);
    expect(Object.isFrozen(store.get())).toBe(true);
  });
});
