import { expect, test } from 'vitest';
import { progressSince, takeBaseline, type BaselinePod, type ProgressState } from './baseline.ts';

const pod = (id: string, state: string, restarts = 0): BaselinePod => ({ id, state, restarts });
const before = [pod('old-1', 'RUNNING'), pod('old-2', 'FAILED', 3)];

test.each<[string, readonly BaselinePod[], ProgressState, number]>([
  ['an old instance that still runs is not ready', before, 'waiting', 0],
  ['an old failure is not one of the request', [pod('old-2', 'FAILED', 3)], 'waiting', 0],
  ['a new instance starts', [...before, pod('new-1', 'PENDING')], 'starting', 0],
  ['some new instances run', [pod('new-1', 'RUNNING'), pod('new-2', 'PENDING')], 'starting', 1],
  ['all new instances run', [pod('new-1', 'RUNNING'), pod('new-2', 'RUNNING')], 'ready', 2],
  ['a new instance fails', [pod('old-1', 'RUNNING'), pod('new-1', 'CREATE_FAIL')], 'failing', 0],
  ['a restart counts', [pod('old-1', 'RUNNING', 1), pod('old-2', 'RUNNING', 4)], 'ready', 2],
])('%s', (_case, pods, state, ready) => {
  const baseline = takeBaseline(before, 0, null);
  expect(progressSince(baseline, pods, 2, 1000)).toEqual({ state, ready, expected: 2 });
});

test('the restart of one instance does not wait for the others', () => {
  const baseline = takeBaseline(before, 0, 1);
  const pods = [pod('old-1', 'RUNNING', 1), pod('old-2', 'FAILED', 3)];
  expect(progressSince(baseline, pods, 2, 1000)).toEqual({ state: 'ready', ready: 1, expected: 1 });
});

test('after ten minutes it is stuck, whatever still starts', () => {
  const baseline = takeBaseline(before, 1000, null);
  expect(progressSince(baseline, before, 2, 600_999).state).toBe('waiting');
  expect(progressSince(baseline, before, 2, 601_000).state).toBe('stuck');
  expect(progressSince(baseline, [pod('n', 'PENDING')], 1, 601_000).state).toBe('stuck');
});
