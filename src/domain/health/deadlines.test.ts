import { expect, test } from 'vitest';
import { stuckFor } from './deadlines.ts';

const MINUTE = 60_000;
const pod = (createdMs: number | undefined, restarts = 0) => ({
  state: 'PENDING',
  restarts,
  createdMs,
});

test('a deployment without instances is stuck two minutes after it was created', () => {
  const age = { state: 'created', changedMs: 0, pods: [], seenMs: 90_000 } as const;
  expect(stuckFor(age, 2 * MINUTE - 1)).toBeUndefined();
  expect(stuckFor(age, 2 * MINUTE)).toBe(2 * MINUTE);
});

test('a start is as old as the newest waiting instance', () => {
  const age = { state: 'starting', changedMs: 0, pods: [pod(0), pod(MINUTE)], seenMs: 5 * MINUTE };
  expect(stuckFor({ ...age, state: 'starting' }, 10 * MINUTE)).toBeUndefined();
  expect(stuckFor({ ...age, state: 'starting' }, 11 * MINUTE)).toBe(10 * MINUTE);
});

test('an instance that ran for days and waits now is not stuck at once', () => {
  const age = {
    state: 'starting',
    changedMs: 0,
    pods: [pod(0, 2)],
    seenMs: 5000 * MINUTE,
  } as const;
  expect(stuckFor(age, 5001 * MINUTE)).toBeUndefined();
  expect(stuckFor(age, 5010 * MINUTE)).toBe(10 * MINUTE);
});

test('while no instance has restarted yet, a restart is as old as the page has seen it', () => {
  const running = { state: 'RUNNING', restarts: 0, createdMs: 0 };
  const age = { state: 'starting', changedMs: 0, pods: [running], seenMs: 60 * MINUTE } as const;
  expect(stuckFor(age, 61 * MINUTE)).toBeUndefined();
  expect(stuckFor(age, 70 * MINUTE)).toBe(10 * MINUTE);
});

test('without times of the service, the page counts from when it looked', () => {
  const age = {
    state: 'starting',
    changedMs: undefined,
    pods: [pod(undefined)],
    seenMs: 0,
  } as const;
  expect(stuckFor(age, 10 * MINUTE)).toBe(10 * MINUTE);
});

test('a deployment that runs is never stuck', () => {
  const age = { state: 'running', changedMs: 0, pods: [], seenMs: 0 } as const;
  expect(stuckFor(age, 1e12)).toBeUndefined();
});
