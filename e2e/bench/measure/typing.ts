import type { Locator } from '@playwright/test';
import { letters, pause, readWork, typeKeys } from './keys.ts';
import { settle, type Visit } from './visit.ts';

/** How much to type. Pages that take seconds per letter get fewer. */
export interface TypingPlan {
  /** Groups of keys at ten per second; the browser's metrics are read after each. */
  readonly fastGroups: number;
  /** Pairs of keys with pauses in between. */
  readonly pausedPairs: number;
  /** Keys with the CPU slowed to a quarter; none if absent. */
  readonly slowedKeys?: number;
  /** Keys at 30 per second. */
  readonly rushedKeys?: number;
  /** How long the page must be idle between the parts; SETTLE_MS if absent. */
  readonly settleMs?: number;
}

/** The cost of typing in one visit. */
export interface Typing {
  /** Main thread milliseconds per key, for each group. CPU time, because tasks also wait for other programs. */
  readonly fast: readonly number[];
  readonly paused: readonly number[];
  /** Task duration per key, waiting included, for keys typed fast and with pauses. */
  readonly task: number;
  readonly pausedTask: number;
  /** The breakdown of the tasks for keys typed fast. */
  readonly script: number;
  readonly style: number;
  readonly layout: number;
  /** Milliseconds from the key to the first task after the next frame, for each key typed fast. */
  readonly paint: readonly number[];
  /** Tasks over 50 ms while typing fast and with pauses, and with the CPU slowed. */
  readonly longTasks: readonly number[];
  readonly slowedLongTasks: readonly number[] | undefined;
  readonly slowed: number | undefined;
  /** Lost letters, of those typed at 30 per second and of all others. */
  readonly lostRushed: number | undefined;
  readonly lost: number;
  /** Text inputs on the page. */
  readonly inputs: number;
  /** Heap size after a garbage collection, bytes. */
  readonly heap: number;
}

const GROUP = 5;
const FAST_MS = 100;
const PAUSED_MS = 450;
const RUSHED_MS = 1000 / 30;
const SLOW_RATE = 4;
/** Long enough for the work that follows the last key, such as saving and validation. */
const SETTLE_MS = 800;

/** Types into the focused field. */
export async function measureTyping(
  visit: Visit,
  field: Locator,
  plan: TypingPlan,
): Promise<Typing> {
  const { page, cdp } = visit;
  const { settleMs = SETTLE_MS } = plan;
  const before = await field.inputValue();
  let typed = 0;
  const type: Type = async (count, gapMs) => {
    typed += count;
    await typeKeys(cdp, letters(count), gapMs);
  };
  /** The number of lost letters. */
  const countLost = async () => typed - ((await field.inputValue()).length - before.length);
  await type(GROUP, FAST_MS);
  await settle(page, settleMs);
  await visit.clear();

  const fast = await typeGroups(cdp, type, plan.fastGroups, GROUP, FAST_MS);
  const { keyPaints } = await visit.probe();
  await settle(page, settleMs);
  const paused = await typeGroups(cdp, type, plan.pausedPairs, 2, PAUSED_MS);
  const { longTasks } = await visit.probe();

  await cdp.send('HeapProfiler.collectGarbage');
  const { heap } = await readWork(cdp);
  const slowed =
    plan.slowedKeys === undefined ? undefined : await typeSlowed(visit, type, plan.slowedKeys);
  await settle(page, settleMs);
  const lost = await countLost();
  let lostRushed: number | undefined;
  if (plan.rushedKeys !== undefined) {
    await type(plan.rushedKeys, RUSHED_MS);
    await settle(page, settleMs);
    lostRushed = (await countLost()) - lost;
  }
  return {
    fast: fast.perKey,
    paused: paused.perKey,
    task: fast.task,
    script: fast.script,
    style: fast.style,
    layout: fast.layout,
    pausedTask: paused.task,
    paint: keyPaints,
    longTasks,
    slowed: slowed?.perKey,
    slowedLongTasks: slowed?.longTasks,
    lost,
    lostRushed,
    inputs: await page.locator('input, textarea').count(),
    heap,
  };
}

type Type = (count: number, gapMs: number) => Promise<void>;

/** Types groups of keys; returns the cost per key of each group, and the average task duration and its breakdown. */
async function typeGroups(
  cdp: Visit['cdp'],
  type: Type,
  groups: number,
  size: number,
  gapMs: number,
) {
  const perKey: number[] = [];
  const begin = await readWork(cdp);
  let last = begin;
  for (let group = 0; group < groups; group++) {
    await type(size, gapMs);
    const now = await readWork(cdp);
    perKey.push((now.cpu - last.cpu) / size);
    last = now;
  }
  const average = (part: 'task' | 'script' | 'style' | 'layout') =>
    (last[part] - begin[part]) / (groups * size);
  return {
    perKey,
    task: average('task'),
    script: average('script'),
    style: average('style'),
    layout: average('layout'),
  };
}

async function typeSlowed(visit: Visit, type: Type, count: number) {
  const { cdp } = visit;
  await visit.clear();
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOW_RATE });
  const begin = await readWork(cdp);
  await type(count, FAST_MS);
  const end = await readWork(cdp);
  // Work that the last key deferred counts too.
  await pause(700);
  const found = await visit.probe();
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { perKey: (end.cpu - begin.cpu) / count, longTasks: found.longTasks };
}
