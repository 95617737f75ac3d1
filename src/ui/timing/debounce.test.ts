import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDebounce } from './debounce.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('runs once, after the full delay since the last schedule', () => {
  const then = vi.fn<() => void>();
  const debounce = createDebounce(150, then);
  debounce.schedule();
  vi.advanceTimersByTime(100);
  debounce.schedule();
  vi.advanceTimersByTime(149);
  expect(then).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(then).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_000);
  expect(then).toHaveBeenCalledTimes(1);
});

test('runs after the longest wait, although it is scheduled without a pause', () => {
  const runs: number[] = [];
  const debounce = createDebounce(150, () => runs.push(Date.now() - start), 400);
  const start = Date.now();
  for (let key = 0; key < 20; key++) {
    debounce.schedule();
    vi.advanceTimersByTime(50);
  }
  expect(runs).toEqual([400, 800]);
  vi.advanceTimersByTime(150);
  expect(runs).toEqual([400, 800, 1_100]);
});

test('asks for the longest wait at each call, because it may depend on the size of the text', () => {
  const runs: number[] = [];
  let longestMs = 400;
  const debounce = createDebounce(
    250,
    () => runs.push(Date.now()),
    () => longestMs,
  );
  const start = Date.now();
  const typeFor = (ms: number) => {
    for (let at = 0; at < ms; at += 100) {
      debounce.schedule();
      vi.advanceTimersByTime(100);
    }
  };
  typeFor(500);
  longestMs = 1_000;
  typeFor(1_500);
  expect(runs.map((at) => at - start)).toEqual([400, 1_400]);
});

test('sets one timer, however often it is scheduled', () => {
  const debounce = createDebounce(150, () => undefined);
  for (let key = 0; key < 10; key++) debounce.schedule();
  expect(vi.getTimerCount()).toBe(1);
});

test('can be scheduled again after a run, and during one', () => {
  let runs = 0;
  const debounce = createDebounce(150, () => {
    runs += 1;
    if (runs === 1) debounce.schedule();
  });
  debounce.schedule();
  vi.advanceTimersByTime(150);
  expect(runs).toBe(1);
  vi.advanceTimersByTime(150);
  expect(runs).toBe(2);
});

test('does not run after cancel', () => {
  const then = vi.fn<() => void>();
  const debounce = createDebounce(150, then);
  debounce.schedule();
  debounce.cancel();
  vi.advanceTimersByTime(1_000);
  expect(then).not.toHaveBeenCalled();
});
