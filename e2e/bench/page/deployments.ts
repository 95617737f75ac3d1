import { settle, type Visit } from '../measure/visit.ts';
import type { Claim } from '../report/judge.ts';
import { claimTasks, judgeTasks, type BuiltPage, type TaskSteps } from './task-steps.ts';

const COUNT = 5000;
const PROJECT = '05e1aef9040010e22fccc009adecb056';

const steps: TaskSteps = {
  what: `${COUNT} deployments`,
  prepare,
  steps: [
    ['read the list', open],
    ['search', search],
    ['clear the search', ({ page }) => searchBox(page).fill('')],
    [
      'filter by state',
      ({ page }) => page.getByRole('button', { name: /^Deletion failed / }).click(),
    ],
    ['show all', ({ page }) => page.getByRole('button', { name: /^All / }).click()],
    ['sort by name', ({ page }) => page.getByRole('button', { name: 'Name', exact: true }).click()],
    ['next page', ({ page }) => page.getByRole('button', { name: 'Next page' }).click()],
    ['select one', ({ page }) => page.getByRole('checkbox').nth(1).click()],
    ['select all', ({ page }) => page.getByRole('button', { name: /^Select all/ }).click()],
    ['read it again', readAgain],
  ],
};

/** Shows 5,000 deployments in the built page; true if no task is longer than the budget. */
export async function runDeployments(where: BuiltPage): Promise<boolean> {
  return judgeTasks(where, steps);
}

/** The budget of the longest task meanwhile. */
export async function claimDeployments(where: BuiltPage): Promise<readonly Claim[]> {
  return claimTasks(where, steps);
}

const searchBox = (page: Visit['page']) =>
  page.getByRole('searchbox', { name: 'Search deployments' });

/** Lets the service answer the first request. */
let answerFirst = () => {};

/** The service answers in the browser, so that only the page is measured. */
async function prepare({ page }: Visit): Promise<void> {
  await page.goto('/icon.svg');
  await page.evaluate(
    (place) => localStorage.setItem('ief-builder.session', place),
    JSON.stringify({ targetId: 'mock', projectId: PROJECT }),
  );
  const isAsked = new Promise<void>((resolve) => (answerFirst = resolve));
  await page.route('**/edgemgr/deployments?*', async (route) => {
    await isAsked;
    const offset = Number(new URL(route.request().url()).searchParams.get('offset'));
    const deployments = Array.from({ length: 100 }, (_, at) => recordOf(offset + at));
    return route.fulfill({ json: { count: COUNT, deployments } });
  });
  await page.route('**/edgemgr/pods?*', (route) => route.fulfill({ json: { pods: [] } }));
  // The page itself loads before the measurement.
  const asked = page.waitForRequest(/edgemgr\/deployments\?/);
  await page.goto('/deployments');
  await asked;
  await settle(page, 1500);
}

function recordOf(at: number) {
  const isFailing = at % 50 === 0;
  return {
    id: `deployment-${at}`,
    name: `app-${(at * 7919) % COUNT}`,
    state: isFailing ? 'DELETE_FAILED' : '',
    node_ids: [`node-${at % 200}`],
    replicas: 1,
    ready_replicas: isFailing ? 0 : 1,
    created_at: new Date(Date.UTC(2026, 0, 1) - at * 60_000).toISOString(),
    tags: [{ key: 'site', value: `site-${at % 20}` }],
    template: {
      configs: { host_network: false, restart_policy: 'Always' },
      containers: [{ name: 'main', image_url: `example.com/service-${at % 30}:1.${at % 7}` }],
    },
  };
}

async function open({ page }: Visit): Promise<void> {
  const last = page.waitForResponse(/offset=4900/);
  answerFirst();
  await last;
}

async function search({ page }: Visit): Promise<void> {
  await searchBox(page).pressSequentially('app-12', { delay: 60 });
}

async function readAgain({ page }: Visit): Promise<void> {
  const last = page.waitForResponse(/offset=4900/);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await last;
}
