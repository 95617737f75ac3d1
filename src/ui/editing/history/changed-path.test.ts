import { describe, expect, test } from 'vitest';
import { insertAt, moveMember, removeAt, setIn } from '#src/document/edits.ts';
import type { Json, JsonList } from '#src/json/value.ts';
import { createDocumentStore } from '#src/document/store.ts';
import { createHistory, type HistoryStep } from './history.ts';

const envs = ['envs'] as const;
const start: Json = {
  name: 'a',
  node_ids: [],
  envs: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
  volume: { type: 'hostPath', source: '/a' },
};
const rows = (start as { envs: JsonList }).envs;
const without = (document: object, key: string): Json =>
  Object.fromEntries(Object.entries(document).filter(([name]) => name !== key));

/** The paths that undo, and then redo, of one edit report. */
function reportedPaths(next: Json, path?: readonly (string | number)[]) {
  const store = createDocumentStore(start);
  const history = createHistory(store);
  const steps: HistoryStep[] = [];
  history.onStep((step) => steps.push(step));
  store.edit(next, path && { path });
  history.undo();
  history.redo();
  expect(steps.map(({ direction }) => direction)).toEqual(['undo', 'redo']);
  return steps.map(({ path: changed }) => changed);
}

describe('undo and redo lead to', () => {
  test.each([
    ['a field', setIn(start, ['name'], 'b'), ['name'], ['name'], ['name']],
    [
      'a field that was empty',
      setIn(start, ['description'], 'x'),
      ['description'],
      ['description'],
      ['description'],
    ],
    [
      'a field of a row',
      setIn(start, ['envs', 1, 'name'], 'X'),
      ['envs', 1, 'name'],
      ['envs', 1, 'name'],
      ['envs', 1, 'name'],
    ],
    [
      'an edit without a path of its own',
      setIn(start, ['volume', 'source'], '/b'),
      undefined,
      ['volume', 'source'],
      ['volume', 'source'],
    ],
    [
      'a row that was removed',
      setIn(start, envs, removeAt(rows, 1)),
      ['envs'],
      ['envs', 1],
      ['envs'],
    ],
    [
      'a row that was added',
      setIn(start, envs, insertAt(rows, 3, { name: 'D' })),
      ['envs', 3],
      ['envs'],
      ['envs', 3],
    ],
    [
      'the only row of a list, which is removed with it',
      without(start as object, 'envs'),
      ['envs'],
      ['envs', 0],
      ['envs'],
    ],
    [
      'a row that was moved down',
      setIn(start, envs, moveMember(rows, 0, 2)),
      ['envs', 2],
      ['envs', 0],
      ['envs', 2],
    ],
    [
      'a row that was moved up',
      setIn(start, envs, moveMember(rows, 2, 0)),
      ['envs', 0],
      ['envs', 2],
      ['envs', 0],
    ],
    [
      'a switch between two keys',
      setIn(without(start as object, 'node_ids'), ['group_id'], ''),
      ['group_id'],
      ['node_ids'],
      ['group_id'],
    ],
    [
      'a choice that also changed a neighboring key',
      setIn(start, ['volume'], { type: 'emptyDir', source: 'disk' }),
      ['volume', 'type'],
      ['volume', 'type'],
      ['volume', 'type'],
    ],
    ['a document that was replaced', { name: '', node_ids: [] }, undefined, [], []],
  ] as const)('%s', (_what, next, path, undone, redone) => {
    expect(reportedPaths(next as Json, path)).toEqual([undone, redone]);
  });

  test('nothing if there is nothing to undo', () => {
    const store = createDocumentStore(start);
    const history = createHistory(store);
    history.onStep(() => expect.unreachable());
    history.undo();
    history.redo();
    expect(store.get()).toEqual(start);
  });
});
