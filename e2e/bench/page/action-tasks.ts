import { measureActions } from '../measure/actions.ts';
import { serveOurs } from '../measure/servers.ts';
import { workOfClicks } from '../measure/trace.ts';
import { focusField, load, visiting } from '../measure/visit.ts';
import { sizes } from '../sizes.ts';

const LIMIT_MS = 240_000;

/**
 * Prints for each action the CPU time of the main thread from the click to the frame that shows its effect, and of the
 * longest task. Unlike the times of the bench, it hardly depends on what else the machine does.
 */
export async function runActionTasks(where: {
  dist: string;
  executablePath: string;
  size: string;
}): Promise<boolean> {
  const size = sizes.find(({ name }) => name === where.size);
  if (size === undefined) throw new Error(`unknown document ${where.size}`);
  const served = await serveOurs(where.dist);
  try {
    await visiting(
      { executablePath: where.executablePath, served, limitMs: LIMIT_MS },
      async (visit) => {
        await load(visit, 'ours', size);
        await focusField(visit, 'ours', size);
        await visit.browser.startTracing(visit.page, {
          categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
        });
        const clicks: { action: string; what: string; ms: number }[] = [];
        await measureActions(visit, size, (action, what, ms) => clicks.push({ action, what, ms }));
        const trace = await visit.browser.stopTracing();
        const work = workOfClicks(trace.toString());
        if (work.length !== clicks.length)
          throw new Error(`${clicks.length} clicks, but ${work.length} in the trace`);
        const ms = (value: number) => value.toFixed(0).padStart(7);
        const lines = clicks.map(({ action, what, ms: time }, at) => {
          const { toFrame, longest, total } = work[at]!;
          return `${action.padEnd(10)}${what.padEnd(26)}${ms(time)}${ms(toFrame)}${ms(longest)}${ms(total)}`;
        });
        process.stdout.write(
          `milliseconds: as measured; CPU to the frame; longest task; all tasks\n${lines.join('\n')}\n`,
        );
      },
    );
  } finally {
    await served.stop();
  }
  return true;
}
