import { expect, test } from 'vitest';
import { nextTask } from './next-task.ts';
import { runInSlices } from './run-in-slices.ts';

/** Six parts, each of which blocks for some milliseconds. */
function* work(done: number[], partMs: number) {
  for (let part = 1; part <= 6; part++) {
    const end = performance.now() + partMs;
    while (performance.now() < end);
    done.push(part);
    yield;
  }
}

test('other tasks run between the slices, and the work is done at the end', async () => {
  const done: number[] = [];
  const running = runInSlices(work(done, 5));
  await nextTask();
  expect(done.length).toBeGreaterThan(0);
  expect(done.length).toBeLessThan(6);
  await running;
  expect(done).toEqual([1, 2, 3, 4, 5, 6]);
});

test('short work is done without a pause', () => {
  const done: number[] = [];
  void runInSlices(work(done, 0));
  expect(done).toEqual([1, 2, 3, 4, 5, 6]);
});
