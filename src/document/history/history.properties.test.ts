import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import { anyEdit, anyJson, applyEdit, clone, parse } from '../documents.testing.ts';
import { idsOf } from '../row-ids.ts';
import { createDocumentStore, type DocumentStore } from '../store.ts';
import { packHistory } from './pack-history.ts';
import { walkParts } from './packed-history.ts';
import { jumpTo, stepsOf, timelineOf } from './timeline.ts';
import { unpackHistory } from './unpack-history.ts';

const noLimits = { steps: 1000, characters: 1e9 };
const text = (document: Json) => JSON.stringify(document);
const texts = (store: DocumentStore) =>
  timelineOf(store).entries.map(({ document }) => text(document));

/** A store after random edits, somewhere in its history. */
const anyStore = fc
  .tuple(anyJson, fc.array(anyEdit, { maxLength: 12 }), fc.nat(12))
  .map(([initial, edits, undone]) => {
    const store = createDocumentStore(initial);
    for (const edit of edits)
      store.edit(applyEdit(store.get(), edit), {
        path: [edit.key, 0],
        ...(edit.kind === 'set' && { origin: { kind: 'imported-file', detail: edit.key } }),
      });
    for (let count = 0; count < undone; count++) store.undo();
    return store;
  });

/** The ids of all rows of all documents, each renamed to the place where it is first. */
function idPattern(documents: readonly Json[]): readonly number[] {
  const names = new Map<string, number>();
  const pattern: number[] = [];
  for (const document of documents)
    walkParts(document, (part) => {
      for (const id of isJsonList(part) ? idsOf(part) : []) {
        if (!names.has(id)) names.set(id, names.size);
        pattern.push(names.get(id)!);
      }
    });
  return pattern;
}

/** True if a part of a document is in it twice, as after a random move: its text has two parts then. */
function hasSharedParts(document: Json): boolean {
  const seen = new Set<object>();
  let isShared = false;
  walkParts(document, (part) => {
    isShared ||= seen.has(part);
    seen.add(part);
  });
  return isShared;
}

const reload = (store: DocumentStore, limits = noLimits) => {
  const packed = parse(text(packHistory(timelineOf(store), limits) as unknown as Json));
  const document = clone(store.get());
  return { packed, document, timeline: unpackHistory(packed, document, 0)! };
};

describe('for any document and any edits', () => {
  test('a jump leads to the same document as the single steps, and loses none', () => {
    fc.assert(
      fc.property(anyStore, fc.array(fc.nat(12), { maxLength: 6 }), (store, jumps) => {
        const before = texts(store);
        for (const jump of jumps) {
          const position = jump % before.length;
          const direction = position < timelineOf(store).position ? 'undo' : 'redo';
          const stepwise = createDocumentStore(store.get());
          stepwise.reset(store.get(), store.steps());
          while (timelineOf(stepwise).position !== position) stepwise[direction]();
          jumpTo(store, position);
          expect(store.get()).toBe(stepwise.get());
          expect(store.steps()).toEqual(stepwise.steps());
          expect(texts(store)).toEqual(before);
        }
      }),
    );
  });

  test('a history survives a reload: texts, position, edits and the identity of rows', () => {
    fc.assert(
      fc.property(anyStore, (store) => {
        const before = timelineOf(store);
        const ids = idPattern(before.entries.map(({ document }) => document));
        const { document, timeline } = reload(store);
        expect(timeline.position).toBe(before.position);
        expect(timeline.entries[timeline.position]!.document).toBe(document);
        const restored = createDocumentStore(document);
        restored.reset(document, stepsOf(timeline));
        expect(texts(restored)).toEqual(texts(store));
        expect(timeline.entries.map(({ edit }) => edit)).toEqual(
          before.entries.map(({ edit }) => edit),
        );
        if (!hasSharedParts(before.entries[before.position]!.document))
          expect(idPattern(timeline.entries.map((entry) => entry.document))).toEqual(ids);
      }),
      { numRuns: 300 },
    );
  });

  test('a document that is newer than its history becomes the last step', () => {
    fc.assert(
      fc.property(anyStore, anyEdit, (store, edit) => {
        const { packed } = reload(store);
        const opened = clone(applyEdit(store.get(), edit));
        fc.pre(text(opened) !== text(store.get()));
        const timeline = unpackHistory(packed, opened, 7)!;
        const { position } = timelineOf(store);
        expect(timeline.position).toBe(position + 1);
        expect(timeline.entries.map(({ document }) => text(document))).toEqual([
          ...texts(store).slice(0, position + 1),
          text(opened),
        ]);
        expect(timeline.entries.at(-1)).toEqual({ document: opened, edit: { path: [], at: 7 } });
      }),
    );
  });

  test('limits leave out the farthest documents', () => {
    fc.assert(
      fc.property(anyStore, fc.nat(5), (store, steps) => {
        const { timeline } = reload(store, { steps, characters: 1e9 });
        const { position, entries } = timelineOf(store);
        const first = Math.max(0, position - steps);
        expect(timeline.position).toBe(position - first);
        expect(timeline.entries.length).toBeLessThanOrEqual(entries.length - first);
        expect(
          timeline.entries.slice(0, timeline.position + 1).map((e) => text(e.document)),
        ).toEqual(texts(store).slice(first, position + 1));
      }),
    );
    const { timeline } = reload(createLongHistory(), { steps: 1000, characters: 100 });
    expect(timeline.entries.length).toBeGreaterThan(2);
    expect(timeline.entries.length).toBeLessThan(50);
  });

  test('a damaged record is ignored or opens as some history of the document, and never throws', () => {
    fc.assert(
      fc.property(anyStore, fc.nat(), anyJson, (store, at, damage) => {
        const document = clone(store.get());
        const { packed } = reload(store);
        const places = placesOf(packed);
        const broken = applyEdit(packed, {
          kind: at % 2 === 0 ? 'set' : 'remove',
          walk: places[at % places.length]!,
          key: '',
          value: damage,
        });
        const timeline = unpackHistory(broken, document, 0);
        if (timeline !== undefined)
          expect(timeline.entries[timeline.position]!.document).toBe(document);
      }),
      { numRuns: 500 },
    );
    for (const record of [undefined, null, 7, 'x', [], {}, { version: 2 }, { version: 1 }])
      expect(unpackHistory(record, 'x', 0)).toBeUndefined();
  });
});

/** All places of a value, as walks. */
function placesOf(value: Json): number[][] {
  const members = isJsonObject(value) || isJsonList(value) ? (Object.values(value) as Json[]) : [];
  return [
    ...members.map((_, index) => [index]),
    ...members.flatMap((member, index) => placesOf(member).map((rest) => [index, ...rest])),
  ];
}

function createLongHistory(): DocumentStore {
  const store = createDocumentStore({ name: 'start' });
  for (let count = 0; count < 50; count++)
    store.edit({ name: `step ${count}` }, { path: ['name'] });
  return store;
}

test('a step of a long list takes a few characters', () => {
  const rows = Array.from({ length: 1000 }, (_, index) => ({ name: `V${index}`, value: 'x' }));
  const store = createDocumentStore({ name: 'start', rows });
  idsOf(rows);
  for (let count = 0; count < 20; count++)
    store.edit(
      applyEdit(store.get(), { kind: 'set', walk: [1, count, 1], key: '', value: `v${count}` }),
      { path: ['rows', count, 'value'] },
    );
  const { parts } = packHistory(timelineOf(store), noLimits);
  expect(text(parts as unknown as Json).length).toBeLessThan(20 * 150);
});
