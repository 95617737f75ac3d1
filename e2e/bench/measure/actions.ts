import type { Locator, Page } from '@playwright/test';
import { pause } from './keys.ts';
import { middleOf, type Size } from '../sizes.ts';
import { settle, type Visit } from './visit.ts';

/** The actions measured on our page besides typing. */
export const actionNames = ['step', 'container', 'add', 'move', 'undo', 'delete'] as const;
export type ActionName = (typeof actionNames)[number];

/** Milliseconds from the click to the first task after the next frame, and what was clicked. */
export type ActionTimes = Record<ActionName, { what: string; ms: number }[]>;

const STEPS = [
  'Volumes',
  'Containers',
  'Probes',
  'Resources',
  'Scheduling',
  'Review',
  'Basics',
  'Target',
  'Containers',
];
/** How often each list change is made per visit. */
const TIMES = 2;
/** How long after a click the page is queried: by then it should have finished, undisturbed. */
const LOOK_MS = 250;

/** Repeats each action; the open container shows its environment before and after. */
export async function measureActions(
  visit: Visit,
  size: Size,
  onMeasured?: (action: ActionName, what: string, ms: number) => void,
): Promise<ActionTimes> {
  const { page } = visit;
  const times: ActionTimes = { step: [], container: [], add: [], move: [], undo: [], delete: [] };
  const click = async (action: ActionName, what: string, target: Locator) => {
    await target.scrollIntoViewIfNeeded();
    const { x, y } = await middleOfBox(target);
    await visit.cdp.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    await settle(page, 120);
    await visit.clear();
    await clickAt(visit, x, y);
    const ms = await readClickPaint(visit);
    times[action].push({ what, ms });
    onMeasured?.(action, what, ms);
  };
  const button = (name: string) => page.getByRole('button', { name, exact: true });

  const rail = page.getByRole('navigation', { name: 'Steps' });
  for (const step of STEPS) {
    await click('step', step, rail.getByRole('link', { name: step }));
    await page.getByRole('heading', { name: step, exact: true, level: 1 }).waitFor();
  }
  const switcher = page.getByRole('navigation', { name: 'Containers' });
  const others = Array.from({ length: Math.min(size.containers, 6) }, (_, at) => at);
  for (const at of size.containers > 1 ? [...others, middleOf(size)] : []) {
    const name = `container-${at}`;
    await click('container', name, switcher.getByRole('button', { name, exact: true }));
  }
  const undo = page.getByRole('banner').getByRole('button', { name: 'Undo', exact: true });
  for (let time = 0; time < TIMES; time++) {
    const added = `Variable ${size.envs + 1}`;
    await click('add', added, button('Add variable'));
    await click('delete', added, button(`Remove ${added}`));
    await click('undo', `removal of ${added}`, undo);
    await scrollRows(page, 'end');
    await click('delete', added, button(`Remove ${added}`));
    await scrollRows(page, 'begin');
    await click('move', 'Variable 2', button('Move Variable 2 down'));
    await click('undo', 'move of Variable 2', undo);
  }
  return times;
}

async function middleOfBox(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (box === null) throw new Error('the element to click is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A real mouse click. `Locator.click` would run scripts in the page while it works. */
async function clickAt({ cdp }: Visit, x: number, y: number): Promise<void> {
  const event = { x, y, button: 'left', clickCount: 1 } as const;
  await cdp.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...event });
  await cdp.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...event });
}

/** Waits, outside the page, until it has shown the effect of the click. */
async function readClickPaint(visit: Visit): Promise<number> {
  for (;;) {
    await pause(LOOK_MS);
    const { clickPaints } = await visit.probe();
    if (clickPaints[0] !== undefined) return clickPaints[0];
  }
}

/** Scrolls the first or last rows of a long list into view: the others are not rendered. */
async function scrollRows(page: Page, to: 'begin' | 'end'): Promise<void> {
  await page.evaluate((isEnd) => {
    for (const list of document.querySelectorAll('[role="list"]'))
      list.scrollTop = isEnd ? list.scrollHeight : 0;
  }, to === 'end');
  await settle(page, 120);
}
