import type { Locator } from '@playwright/test';
import { letters, pause, readWork, typeKeys } from './keys.ts';
import { settle, type Visit } from './visit.ts';

/** How much is typed. A page that takes seconds for a letter is given fewer. */
export interface TypingPlan {
  /** Groups of keys at ten a second, after each of which the browser's account is read. */
  readonly fastGroups: number;
  /** Pairs of keys with pauses between. */
  readonly pausedPairs: number;
  /** Keys with the processor held back to a quarter; none if absent. */
  readonly slowedKeys?: number;
  /** Keys at 30 a second. */
  readonly rushedKeys?: number;
  /** How long the page has to be quiet between the parts; SETTLE_MS if absent. */
  readonly settleMs?: number;
}

/** What typing cost in one visit. */
export interface Typing {
  /** Milliseconds that the main thread worked for a key, for each group: time of the processor, as tasks also wait for other programs. */
  readonly fast: readonly number[];
  readonly paused: readonly number[];
  /** How long its tasks took, waiting included, for a key typed fast and one with pauses. */
  readonly task: number;
  readonly pausedTask: number;
  /** Parts of the tasks of keys typed fast. */
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  /** Milliseconds from the key to the first task behind the next frame, for each key typed fast. */
  readonly paint: readonly number[];
  /** Tasks over 50 ms while typing fast and with pauses, and with the processor held back. */
  readonly longTasks: readonly number[];
  readonly slowedLongTasks: readonly number[] | undefined;
  readonly slowed: number | undefined;
  /** Letters that did not arrive, of those typed at 30 a second and of all others. */
  readonly lostRushed: number | undefined;
  readonly lost: number;
  /** Text inputs on the page. */
  readonly inputs: number;
  /** Bytes of the heap after a collection. */
  readonly heap: number;
}

const GROUP = 5;
const FAST_MS = 100;
const PAUSED_MS = 450;
const RUSHED_MS = 1000 / 30;
const SLOW_RATE = 4;
/** Long enough for what is stored and checked behind the last key. */
const SETTLE_MS = 800;

/** Types into the field that has the focus. */
export async function measureTyping(
  visit: Visit,
  field: Locator,
  plan: TypingPlan,
): Promise<Typing> {
  const { page, cdp } = visit;
  const { settleMs = SETTLE_MS } = plan;
  const before = await field.inputValue();
  const typed = { count: 0 };
  const type = async (count: number, gapMs: number) => {
    typed.count += count;
    await typeKeys(cdp, letters(count), gapMs);
  };
  await type(GROUP, FAST_MS);
  await settle(page, settleMs);
  await visit.clear();

  const fast: number[] = [];
  const begin = await readWork(cdp);
  let last = begin;
  for (let group = 0; group < plan.fastGroups; group++) {
    await type(GROUP, FAST_MS);
    const now = await readWork(cdp);
    fast.push((now.cpu - last.cpu) / GROUP);
    last = now;
  }
  const keys = plan.fastGroups * GROUP;
  const share = (part: 'task' | 'script' | 'style' | 'layout') => (last[part] - begin[part]) / keys;
  const shares = {
    task: share('task'),
    script: share('script'),
    style: share('style'),
    layout: share('layout'),
  };
  const { keyPaints } = await visit.probe();
  await settle(page, settleMs);

  const paused: number[] = [];
  const beginPaused = await readWork(cdp);
  last = beginPaused;
  for (let pair = 0; pair < plan.pausedPairs; pair++) {
    await type(2, PAUSED_MS);
    const now = await readWork(cdp);
    paused.push((now.cpu - last.cpu) / 2);
    last = now;
  }
  const { longTasks } = await visit.probe();

  await cdp.send('HeapProfiler.collectGarbage');
  const { heap } = await readWork(cdp);
  const slowed = plan.slowedKeys === undefined ? undefined : await typeSlowed(plan.slowedKeys);
  await settle(page, settleMs);
  const lost = await lostOf(typed.count);
  let lostRushed: number | undefined;
  if (plan.rushedKeys !== undefined) {
    await type(plan.rushedKeys, RUSHED_MS);
    await settle(page, settleMs);
    lostRushed = (await lostOf(typed.count)) - lost;
  }
  return {
    fast,
    paused,
    ...shares,
    pausedTask: (last.task - beginPaused.task) / (plan.pausedPairs * 2),
    paint: keyPaints,
    longTasks,
    slowed: slowed?.perKey,
    slowedLongTasks: slowed?.longTasks,
    lost,
    lostRushed,
    inputs: await page.locator('input, textarea').count(),
    heap,
  };

  /** What did not arrive, by count; a text that is not what was typed has lost all. */
  async function lostOf(count: number): Promise<number> {
    const arrived = (await field.inputValue()).length - before.length;
    return count - arrived;
  }

  async function typeSlowed(count: number) {
    await visit.clear();
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW_RATE });
    const begin = await readWork(cdp);
    await type(count, FAST_MS);
    const end = await readWork(cdp);
    // What the last key put off counts too.
    await pause(700);
    const found = await visit.probe();
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    return { perKey: (end.cpu - begin.cpu) / count, longTasks: found.longTasks };
  }
}
