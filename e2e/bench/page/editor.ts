import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildPeer } from '../measure/build-peers.ts';
import { letters, pause, readWork, typeKeys } from '../measure/keys.ts';
import { serveFolder, serveOurs, type Served } from '../measure/servers.ts';
import { longestTask } from '../measure/trace.ts';
import { settle, visiting, type Visit } from '../measure/visit.ts';
import { decide, type Claim } from '../report/judge.ts';
import { budgetsTable, draw } from '../report/table.ts';
import { mebibyte } from '../sizes.ts';
import { subjects } from '../subjects.ts';

/** The most work per key in the editor on 1 MiB, relative to a bare CodeMirror in the same round. */
const MAX_TIMES = 3;
/** The longest task while typing and at the pause after it, milliseconds of CPU time. */
const MAX_TASK_MS = 50;
const LIMIT_MS = 120_000;
const KEYS = 30;
const PAUSED_KEYS = 8;
const FAST_MS = 100;
/** Longer than the pause after which the form follows the text. */
const PAUSED_MS = 700;

/** The cost of typing into an editor. */
interface EditorWork {
  /** CPU time of the main thread per key, milliseconds, at ten keys per second. */
  readonly fast: number;
  /** With pauses, after each of which the form follows the text. */
  readonly paused: number;
  readonly longest: number;
}

/** Types into the text of a document of 1 MiB, in the editor of our page and in a bare CodeMirror. */
export async function runEditor(where: {
  root: string;
  executablePath: string;
  rounds: number;
}): Promise<readonly Claim[]> {
  const { root, executablePath, rounds } = where;
  const ours = await serveOurs(join(root, 'dist'));
  const bare = await serveFolder(await buildPeer(root, 'codemirror'));
  const found: { ours: EditorWork; bare: EditorWork }[] = [];
  const visit = (served: Served, open: (visit: Visit) => Promise<void>) =>
    visiting({ executablePath, served, limitMs: LIMIT_MS }, async (one) => {
      await open(one);
      return measure(one);
    });
  try {
    for (let round = 0; round < rounds; round++) {
      const both = { bare: await visit(bare, openBare), ours: await visit(ours, openOurs) };
      found.push(both);
      for (const [name, { fast, paused, longest }] of Object.entries(both))
        process.stdout.write(
          `editor on 1 MiB, ${name}: ${fast.toFixed(1)} ms per key, ${paused.toFixed(1)} with pauses, longest task ${longest.toFixed(0)} ms\n`,
        );
    }
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
  }
  const best = (ratio: (one: (typeof found)[number]) => number) => Math.min(...found.map(ratio));
  return [
    most(
      'work per key in the editor, 1 MiB, relative to a bare CodeMirror',
      'times',
      MAX_TIMES,
      best(({ ours: own, bare: other }) => own.fast / other.fast),
    ),
    most(
      'the same with pauses',
      'times',
      MAX_TIMES,
      best(({ ours: own, bare: other }) => own.paused / other.paused),
    ),
    most(
      'longest task in the editor, 1 MiB',
      'ms',
      MAX_TASK_MS,
      best(({ ours: own }) => own.longest),
    ),
  ];
}

/** Prints the budgets of the editor; true if all are met. */
export async function judgeEditor(where: Parameters<typeof runEditor>[0]): Promise<boolean> {
  const verdicts = decide(await runEditor(where));
  process.stdout.write(`\n${draw(budgetsTable(verdicts))}\n`);
  return verdicts.every(({ isKept }) => isKept);
}

function most(what: string, unit: Claim['unit'], limit: number, value: number): Claim {
  return { what, value, unit, bound: 'most', limit };
}

async function openOurs({ page }: Visit): Promise<void> {
  await subjects.ours.prepare(page, mebibyte);
  await page.goto(subjects.ours.address(mebibyte));
  await page.getByRole('button', { name: 'Edit as text' }).click();
}

async function openBare({ page }: Visit): Promise<void> {
  await page.goto(subjects.bare.address(mebibyte));
}

async function measure({ page, cdp, browser }: Visit): Promise<EditorWork> {
  await placeCaret(page);
  await typeKeys(cdp, letters(5), FAST_MS);
  await settle(page, 1000);
  await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] });
  await typeKeys(cdp, letters(6), FAST_MS);
  await settle(page, 1000);
  await typeKeys(cdp, letters(2), PAUSED_MS);
  await settle(page, 1000);
  const longest = longestTask((await browser.stopTracing()).toString());
  const begin = await readWork(cdp);
  await typeKeys(cdp, letters(KEYS), FAST_MS);
  const middle = await readWork(cdp);
  await settle(page, 800);
  const calm = await readWork(cdp);
  await typeKeys(cdp, letters(PAUSED_KEYS), PAUSED_MS);
  await pause(100);
  const end = await readWork(cdp);
  return {
    fast: (middle.cpu - begin.cpu) / KEYS,
    paused: (end.cpu - calm.cpu) / PAUSED_KEYS,
    longest,
  };
}

/** Puts the caret into a value in the middle of the text, and waits until the parser has seen all of it. */
async function placeCaret(page: Page): Promise<void> {
  const scroller = page.locator('.cm-scroller');
  await scroller.waitFor();
  await settle(page, 1500);
  await scroller.evaluate((element) => element.scrollTo({ top: element.scrollHeight / 2 }));
  await settle(page, 800);
  const line = page.locator('.cm-line', { hasText: '"value": "https' }).nth(4);
  await line.click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await settle(page, 800);
}
