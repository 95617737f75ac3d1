import { nextTask } from './next-task.ts';

/** How long one slice of the work blocks the page, milliseconds: half a frame. */
const SLICE_MS = 8;

/** Does work in short tasks: it pauses at a `yield` once a slice is over. */
export async function runInSlices(work: Iterable<void>): Promise<void> {
  let end = performance.now() + SLICE_MS;
  for (const _ of work) {
    if (performance.now() < end) continue;
    await nextTask();
    end = performance.now() + SLICE_MS;
  }
}
