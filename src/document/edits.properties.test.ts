import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyEdit, anyJson, applyEdit, clone, oddKeys, pathOf } from './documents.testing.ts';
import { moveMember, removeIn, setIn } from './edits.ts';
import { idsOf } from './row-ids.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import { createDocumentStore } from './store.ts';

const walk = fc.array(fc.nat(9), { maxLength: 5 });
const text = (document: Json) => JSON.stringify(document);

describe('for any document', () => {
  test('a set value is found, and the old document does not change', () => {
    fc.assert(
      fc.property(anyJson, walk, anyJson, (document, steps, value) => {
        const before = text(document);
        const path = pathOf(document, steps);
        const next = setIn(document, path, value);
        expect(text(getIn(next, path)!)).toBe(text(value));
        expect(text(document)).toBe(before);
      }),
      { numRuns: 300 },
    );
  });

  test('setting the existing value returns the same object', () => {
    fc.assert(
      fc.property(anyJson, walk, (document, steps) => {
        const path = pathOf(document, steps);
        expect(setIn(document, path, getIn(document, path)!)).toBe(document);
      }),
      { numRuns: 300 },
    );
  });

  test('setting a new key and removing it restores the text', () => {
    fc.assert(
      fc.property(
        anyJson,
        walk,
        fc.constantFrom(...oddKeys),
        anyJson,
        (document, steps, key, value) => {
          const path = [...pathOf(document, steps), key];
          const parent = getIn(document, path.slice(0, -1));
          fc.pre(typeof parent === 'object' && parent !== null && !Array.isArray(parent));
          fc.pre(!Object.hasOwn(parent, key));
          expect(text(removeIn(setIn(document, path, value), path))).toBe(text(document));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('all parts outside the path are shared', () => {
    fc.assert(
      fc.property(anyJson, walk, (document, steps) => {
        const path = pathOf(document, steps);
        const next = setIn(document, path, { made: true });
        const changed = path.flatMap((key, depth) => {
          const old = getIn(document, path.slice(0, depth)) as Record<string, Json>;
          const now = getIn(next, path.slice(0, depth)) as Record<string, Json>;
          return Object.keys(old).filter((at) => at !== String(key) && now[at] !== old[at]);
        });
        expect(changed).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('moving a member there and back restores text and ids', () => {
    fc.assert(
      fc.property(fc.array(anyJson, { minLength: 1 }), fc.nat(), fc.nat(), (list, a, b) => {
        const [from, to] = [a % list.length, b % list.length];
        const back = moveMember(moveMember(list, from, to), to, from);
        expect(text(back)).toBe(text(list));
        expect(idsOf(back)).toEqual(idsOf(list));
      }),
      { numRuns: 200 },
    );
  });
});

describe('for any sequence of edits', () => {
  const edits = fc.array(anyEdit, { minLength: 1, maxLength: 12 });

  test('undo and redo restore every text in turn', () => {
    fc.assert(
      fc.property(anyJson, edits, (document, changes) => {
        const store = createDocumentStore(document);
        const texts = [text(store.get())];
        for (const change of changes) {
          const before = store.get();
          store.edit(applyEdit(before, change));
          if (store.get() !== before) texts.push(text(store.get()));
        }
        const backward = [text(store.get())];
        while (store.undo() !== undefined) backward.unshift(text(store.get()));
        expect(backward).toEqual(texts);
        const forward = [text(store.get())];
        while (store.redo() !== undefined) forward.push(text(store.get()));
        expect(forward).toEqual(texts);
      }),
      { numRuns: 200 },
    );
  });

  test('documents with shared parts have the same texts as separate ones', () => {
    fc.assert(
      fc.property(anyJson, edits, (document, changes) => {
        let shared = document;
        let separate = clone(document);
        for (const change of changes) {
          shared = applyEdit(shared, change);
          separate = clone(applyEdit(separate, change));
        }
        expect(text(shared)).toBe(text(separate));
        expect(Object.getPrototypeOf({})).toBe(Object.prototype);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
