import { goodBody, storeDocument, storeProject } from '../../support/stored-document.ts';
import { pause } from '../measure/keys.ts';
import { timeSteps, type Step } from '../measure/steps.ts';
import { settle, type Visit } from '../measure/visit.ts';

const PROJECT = '05e1aef9040010e22fccc009adecb056';

/** Mostly the load of the page, which other budgets cover, so it is printed but not judged. */
const RELOAD = 'reload';

/** Of the 10,000 nodes that a list has at most, six are others that the mock always has. */
const LISTED = 9994;

/** The steps of a person who plans a rollout on `count` nodes of the mock. */
function stepsOf(count: number): readonly Step[] {
  const press = (name: RegExp) => (visit: Visit) => button(visit, name).click();
  return [
    ['open from Review', openPlan],
    [
      'search',
      ({ page }) => page.getByLabel('Search nodes').pressSequentially('mock-', { delay: 80 }),
    ],
    ['select all that match', press(/^Select all/)],
    ['checks', (visit) => checked(visit)],
    ['scroll the nodes', (visit) => scroll(visit, 'Nodes')],
    ['scroll the rows', (visit) => scroll(visit, 'Rows')],
    [
      'names',
      ({ page }) => page.getByLabel('Name pattern').pressSequentially('{{n}}', { delay: 80 }),
    ],
    ['checks of the names', (visit) => checked(visit)],
    ['only those that fit', ({ page }) => page.getByText(/^Fits \d+$/).click()],
    ['all rows again', ({ page }) => page.getByText(/^All \d+$/).click()],
    ['waves', ({ page }) => page.getByText('Custom waves').click()],
    ['body of a row', press(/^Body for /)],
    ['close the body', press(/^Close$/)],
    ['a node less', ({ page }) => page.getByLabel('Select mock-node-0001').uncheck()],
    ['clear', press(/^Clear selection$/)],
    ['open the list to paste', press(/^Paste a list$/)],
    ['paste a list', pasteList(Math.min(count, LISTED))],
    ['type into the list', typeIntoList],
    ['add the list', addList],
    ['checks of the list', (visit) => checked(visit)],
    [RELOAD, reload],
    ['checks after the reload', (visit) => checked(visit)],
    ['start', start],
  ];
}

/** Plans a rollout in the page and starts it. Returns the CPU time of the longest task of each step, in milliseconds. */
export async function planRollout(visit: Visit, count: number): Promise<readonly number[]> {
  const { page } = visit;
  await storeDocument(page, goodBody());
  await storeProject(page, PROJECT);
  // The form itself loads before the measurement.
  await page.goto('/new/review');
  await button(visit, /^Deploy to several nodes$/).waitFor();
  await settle(page, 1000);
  const steps = stepsOf(count);
  const found = await timeSteps(visit, `plan for ${count}`, steps);
  return found.filter((_, index) => steps[index]![0] !== RELOAD);
}

const button = ({ page }: Visit, name: RegExp) => page.getByRole('button', { name }).first();

async function openPlan(visit: Visit): Promise<void> {
  await button(visit, /^Deploy to several nodes$/).click();
  await visit.page.getByRole('table', { name: 'Nodes' }).waitFor();
}

async function checked({ page }: Visit): Promise<void> {
  await page.getByText(/^Fits [1-9]/).waitFor();
}

async function scroll({ page }: Visit, name: string): Promise<void> {
  const rows = page.getByRole('rowgroup', { name });
  await rows.hover();
  for (let step = 0; step < 30; step++) {
    await page.mouse.wheel(0, 400);
    await pause(16);
  }
  await rows.evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
  await pause(200);
  await rows.evaluate((box) => box.scrollTo({ top: 0 }));
}

function pasteList(count: number): Step[1] {
  const lines = Array.from(
    { length: count },
    (_, index) => `mock-node-${String(index + 1).padStart(4, '0')},site-${index},Line ${index}`,
  );
  const text = ['name,site,/description', ...lines].join('\n');
  return async ({ page }) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.getByRole('textbox', { name: 'List of nodes' }).press('ControlOrMeta+v');
    await page.getByRole('button', { name: `Add ${count} nodes` }).waitFor();
  };
}

async function typeIntoList({ page }: Visit): Promise<void> {
  await page.getByRole('textbox', { name: 'List of nodes' }).press('ControlOrMeta+End');
  await page.keyboard.type(' in hall 4', { delay: 80 });
}

async function addList(visit: Visit): Promise<void> {
  await button(visit, /^Add \d+ nodes$/).click();
  await visit.page.getByRole('table', { name: 'Rows' }).waitFor();
}

async function reload({ page }: Visit): Promise<void> {
  // The plan is stored a moment after the last change.
  await pause(1500);
  await page.reload();
  await page.getByRole('table', { name: 'Rows' }).waitFor();
  await page.getByRole('table', { name: 'Nodes' }).waitFor();
}

async function start(visit: Visit): Promise<void> {
  await button(visit, /^Start rollout$/).click();
  await visit.page.waitForURL(/\/rollouts\/[0-9a-f-]{36}$/);
  await visit.page.getByRole('table', { name: 'Nodes' }).waitFor();
}
