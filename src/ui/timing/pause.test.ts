import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPause } from './pause.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('runs once, after the whole time since the last begin', () => {
  const then = vi.fn<() => void>();
  const pause = createPause(150, then);
  pause.begin();
  vi.advanceTimersByTime(100);
  pause.begin();
  vi.advanceTimersByTime(149);
  expect(then).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(then).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1_000);
  expect(then).toHaveBeenCalledTimes(1);
});

test('has one timer, however often it begins', () => {
  const pause = createPause(150, () => undefined);
  for (let key = 0; key < 10; key++) pause.begin();
  expect(vi.getTimerCount()).toBe(1);
});

test('can begin again after it ran, and within what it runs', () => {
  let runs = 0;
  const pause = createPause(150, () => {
    runs += 1;
    if (runs === 1) pause.begin();
  });
  pause.begin();
  vi.advanceTimersByTime(150);
  expect(runs).toBe(1);
  vi.advanceTimersByTime(150);
  expect(runs).toBe(2);
});

test('runs no more once it was ended', () => {
  const then = vi.fn<() => void>();
  const pause = createPause(150, then);
  pause.begin();
  pause.end();
  vi.advanceTimersByTime(1_000);
  expect(then).not.toHaveBeenCalled();
});
