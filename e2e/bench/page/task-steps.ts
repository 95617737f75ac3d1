import { join } from 'node:path';
import { serveOurs } from '../measure/servers.ts';
import { longestTask } from '../measure/trace.ts';
import { settle, visiting, type Visit } from '../measure/visit.ts';
import type { Claim } from '../report/judge.ts';

/** The longest task that a step may cause on the main thread, milliseconds of CPU time. */
const MAX_TASK_MS = 50;
/** A garbage collection may fall into any step of any attempt, so the best of a few attempts counts for each step. */
const ATTEMPTS = 3;
const LIMIT_MS = 120_000;

/** Steps in order. Each is measured until the page has been quiet for a while. */
export interface TaskSteps {
  readonly what: string;
  prepare(visit: Visit): Promise<void>;
  readonly steps: readonly (readonly [name: string, act: (visit: Visit) => Promise<void>])[];
}

/** Runs the steps in the built page; true if no task is longer than the budget. */
export async function judgeTasks(where: BuiltPage, steps: TaskSteps): Promise<boolean> {
  const [claim] = await claimTasks(where, steps);
  if (claim.value <= claim.limit) return true;
  process.stdout.write(`${steps.what}: a task is longer than ${MAX_TASK_MS} ms\n`);
  return false;
}

/** Where the built page is, and the browser. */
export interface BuiltPage {
  readonly root: string;
  readonly executablePath: string;
  /** The factor by which the browser slows down the processor. */
  readonly slowdown?: number | undefined;
}

/** The budget of the longest task of all steps, each in the best of a few attempts. */
export async function claimTasks(
  { root, executablePath, slowdown = 1 }: BuiltPage,
  { what, prepare, steps }: TaskSteps,
): Promise<[Claim]> {
  const served = await serveOurs(join(root, 'dist'));
  const measure = async (visit: Visit) => {
    await prepare(visit);
    await visit.cdp.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const found: number[] = [];
    for (const [name, act] of steps) {
      const { page, browser } = visit;
      await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] });
      await act(visit);
      // The last work after a change, such as checks and reports.
      await settle(page, 1500);
      const ms = longestTask((await browser.stopTracing()).toString());
      process.stdout.write(`${what}, longest task, ${name}: ${ms.toFixed(0)} ms\n`);
      found.push(ms);
    }
    return found;
  };
  let best = steps.map(() => Infinity);
  try {
    for (let attempt = 1; attempt <= ATTEMPTS && Math.max(...best) > MAX_TASK_MS; attempt++) {
      const found = await visiting(
        { executablePath, served, limitMs: LIMIT_MS * slowdown },
        measure,
      );
      best = best.map((ms, at) => Math.min(ms, found[at] ?? Infinity));
    }
  } finally {
    await served.stop();
  }
  return [
    {
      what: `longest task, ${what}`,
      value: Math.max(...best),
      unit: 'ms',
      bound: 'most',
      limit: MAX_TASK_MS,
    },
  ];
}
