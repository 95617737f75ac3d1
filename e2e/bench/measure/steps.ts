import { pause } from './keys.ts';
import { longestTask } from './trace.ts';
import type { Visit } from './visit.ts';

/** Something that a person does. */
export type Step = readonly [name: string, act: (visit: Visit) => Promise<void>];

const STEP_MS = 60_000;
/** The effects of an action may appear after it. */
const AFTER_MS = 600;

/** Prints the longest task of each step, and returns its milliseconds of CPU time. */
export async function timeSteps(
  visit: Visit,
  title: string,
  steps: readonly Step[],
): Promise<readonly number[]> {
  const { page, browser } = visit;
  page.setDefaultTimeout(STEP_MS);
  await page.addInitScript(recordLongTasks);
  await page.evaluate(recordLongTasks);
  const found: number[] = [];
  for (const [name, act] of steps) {
    await page.evaluate(() => void (window as unknown as Timed).longTasks.splice(0));
    await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] });
    await act(visit);
    await pause(AFTER_MS);
    const cpu = longestTask((await browser.stopTracing()).toString());
    const walls = await page.evaluate(() => (window as unknown as Timed).longTasks);
    found.push(cpu);
    const wall = walls.length === 0 ? 'none over 50' : Math.max(...walls).toFixed(0);
    process.stdout.write(
      `${title}, longest task, ${name}: ${cpu.toFixed(0)} ms of CPU time, ${wall} ms as measured\n`,
    );
  }
  return found;
}

interface Timed {
  readonly longTasks: number[];
}

/** Runs in the page. */
function recordLongTasks(): void {
  const found: number[] = [];
  Object.assign(window, { longTasks: found });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) found.push(duration);
  }).observe({ type: 'longtask' });
}
