import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/fixtures.ts';
import { startServer, type Running } from '../../support/running-servers.ts';
import { goodBody, storeDocument, storeProject } from '../../support/stored-document.ts';

let server: Running;

test.beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ief-plan-'));
  server = await startServer([], { IEF_STORE: join(folder, 'store.db'), MOCK_NODES: '30' });
});

test.afterAll(() => server.stop());

test('from Review to a rollout: nodes are chosen, names follow a pattern, the plan survives a reload and starts', async ({
  page,
  projectId,
}) => {
  await storeDocument(page, goodBody(), server.url);
  await storeProject(page, projectId);
  await page.goto(`${server.url}/new/review`);
  await page.getByRole('button', { name: 'Deploy to several nodes' }).click();
  await expect(page).toHaveURL(`${server.url}/rollouts/new`);
  await expect(page.getByRole('heading', { name: 'New rollout' })).toBeFocused();

  await page.getByRole('checkbox', { name: 'Select cd-store-018' }).check();
  await expect(page.getByText('1 row has a warning.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select cd-store-018' }).uncheck();
  await page.getByLabel('Search nodes').fill('mock-node');
  const all = page.getByRole('button', { name: 'Select all 30 that match' });
  await all.press('Enter');
  await expect(all).toBeFocused();
  await page.getByRole('checkbox', { name: 'Select mock-node-0001' }).uncheck();
  await page.getByLabel('Name pattern').fill('{{node.name}}-edge');
  await expect(
    page.getByText(/29 deployments, one for each node, in 3 waves: 1, 2, 26/),
  ).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  await page.reload();
  await expect(page.getByLabel('Name pattern')).toHaveValue('{{node.name}}-edge');
  await page.getByRole('button', { name: 'Start rollout' }).click();
  await expect(page).toHaveURL(/\/rollouts\/[0-9a-f-]{36}$/);
  const id = page.url().split('/').at(-1)!;
  const answer = await page.request.get(`${server.url}/api/rollouts/${id}/nodes`);
  const { nodes } = (await answer.json()) as { nodes: { name: string }[] };
  expect(nodes).toHaveLength(29);
  expect(nodes[0]).toMatchObject({ name: 'mock-node-0002-edge' });
});

test('an imported plan for another project has to be taken over before it can start', async ({
  page,
  projectId,
}) => {
  await page.goto(`${server.url}/icon.svg`);
  await storeProject(page, projectId);
  await page.goto(`${server.url}/rollouts/new`);
  const { node_ids: nodeIds, ...body } = goodBody();
  const plan = {
    target: 'mock',
    projectId: 'f'.repeat(32),
    action: 'create',
    body,
    namePattern: 'edge-{{n}}',
    nodes: nodeIds.map((id) => ({ id })),
  };
  await page.getByLabel('Import plan').setInputFiles({
    name: 'plan.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(plan)),
  });
  await expect(
    page.getByText(/made for the target “mock” and the project …ffffffff/),
  ).toBeVisible();
  const start = page.getByRole('button', { name: 'Start rollout' });
  await expect(start).toBeDisabled();
  await page.getByRole('button', { name: 'Use the current connection' }).click();
  await expect(start).toBeEnabled();
});

test('without a draft, a new rollout leads to an example, and the mock says how it gets more nodes', async ({
  page,
}) => {
  await page.goto('/rollouts/new');
  await expect(page.getByRole('heading', { name: 'Nothing to roll out yet' })).toBeVisible();
  await page.getByRole('link', { name: 'Open an example' }).click();
  await page.getByRole('button', { name: /^MQTT broker/ }).click();
  await expect(page.getByLabel('Deployment name')).toHaveValue(/mqtt/);
  // At once: the page that is left has not saved the document yet.
  await page.goto('/rollouts/new');
  await expect(page.getByText(/^The mock has 6 nodes\..* MOCK_NODES=100 npm start/)).toBeVisible();
});
