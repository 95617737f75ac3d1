import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AFTER_FAILURE_MS, createPasses } from './passes.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ignore = () => undefined;
const timers = {
  after(ms: number, callback: () => void) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

it('a pass is woken soon', async () => {
  const pass = vi.fn<() => Promise<number>>(() => Promise.resolve(1000));
  const passes = createPasses(timers, pass, ignore, ignore);
  passes.start();
  await vi.advanceTimersByTimeAsync(1);
  passes.wake();
  await vi.advanceTimersByTimeAsync(100);
  expect(pass).toHaveBeenCalledTimes(2);
});

it('after a failure nothing wakes a pass early, not even while it fails', async () => {
  const failures = vi.fn<(error: unknown) => void>();
  const pass = vi.fn<() => Promise<number>>(() => {
    passes.wake();
    return Promise.reject(new Error('no store'));
  });
  const passes = createPasses(timers, pass, ignore, failures);
  passes.start();
  for (let ms = 0; ms < 10 * AFTER_FAILURE_MS; ms += 10) {
    await vi.advanceTimersByTimeAsync(10);
    passes.wake();
  }
  expect(failures.mock.calls.length).toBeGreaterThanOrEqual(9);
  expect(failures.mock.calls.length).toBeLessThanOrEqual(11);
  pass.mockImplementation(() => Promise.resolve(1000));
  await vi.advanceTimersByTimeAsync(AFTER_FAILURE_MS + 1);
  pass.mockClear();
  passes.wake();
  await vi.advanceTimersByTimeAsync(100);
  expect(pass).toHaveBeenCalledTimes(1);
  await passes.stop();
});
