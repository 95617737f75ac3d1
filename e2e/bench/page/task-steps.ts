import { join } from 'node:path';
import { serveOurs } from '../measure/servers.ts';
import { longestTask } from '../measure/trace.ts';
import { settle, visiting, type Visit } from '../measure/visit.ts';

/** The longest task that a step may cause on the main thread, milliseconds of CPU time. */
const MAX_TASK_MS = 50;
/** A garbage collection may fall into any task, so the best of a few attempts counts. */
const ATTEMPTS = 3;
const LIMIT_MS = 120_000;

/** Steps in order. Each is measured until the page has been quiet for a while. */
interface TaskSteps {
  readonly what: string;
  prepare(visit: Visit): Promise<void>;
  readonly steps: readonly (readonly [name: string, act: (visit: Visit) => Promise<void>])[];
}

/** Runs the steps in the built page; true if no task is longer than the budget. */
export async function judgeTasks(
  where: { root: string; executablePath: string },
  { what, prepare, steps }: TaskSteps,
): Promise<boolean> {
  const { root, executablePath } = where;
  const served = await serveOurs(join(root, 'dist'));
  const measure = async (visit: Visit) => {
    await prepare(visit);
    const found: (readonly [string, number])[] = [];
    for (const [name, act] of steps) {
      const { page, browser } = visit;
      await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] });
      await act(visit);
      // The last work after a change, such as checks and reports.
      await settle(page, 1500);
      found.push([name, longestTask((await browser.stopTracing()).toString())]);
    }
    return found;
  };
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const found = await visiting({ executablePath, served, limitMs: LIMIT_MS }, measure);
      for (const [name, ms] of found)
        process.stdout.write(`${what}, longest task, ${name}: ${ms.toFixed(0)} ms\n`);
      if (found.every(([, ms]) => ms <= MAX_TASK_MS)) return true;
    }
    process.stdout.write(`${what}: a task is longer than ${MAX_TASK_MS} ms\n`);
    return false;
  } finally {
    await served.stop();
  }
}
