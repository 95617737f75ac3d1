import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/fixtures.ts';
import { startServer, type Running } from '../../support/running-servers.ts';
import { goodBody, storeDocument, storeProject } from '../../support/stored-document.ts';

test.use({ locale: 'zh-CN' });

let server: Running;

test.beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ief-plan-'));
  server = await startServer([], { IEF_STORE: join(folder, 'store.db'), MOCK_NODES: '30' });
});

test.afterAll(() => server.stop());

test('批量更新, 批量删除 and 演练: selected deployments get a new image, then are deleted; a rehearsal says where a plan would stop', async ({
  page,
  projectId,
}) => {
  const path = `${server.url}/ief/mock/v3/${projectId}/edgemgr/deployments`;
  const headers = { 'X-Ief-Builder': '1' };
  for (const name of ['edge-1', 'edge-2'])
    await page.request.post(path, { headers, data: goodBody({ name }) });
  await storeDocument(page, goodBody(), server.url);
  await storeProject(page, projectId);
  await page.goto(`${server.url}/deployments`);
  await page.getByRole('checkbox', { name: '选择本页全部' }).check();
  await page.getByRole('button', { name: '批量更新' }).click();
  await page.getByRole('textbox', { name: 'web 的新镜像' }).fill('nginx:1.27');
  await page
    .getByRole('button', { name: /^1 项更改：edge-\d$/ })
    .first()
    .click();
  await expect(page.getByRole('dialog')).toContainText('nginx:1.27');
  await page.keyboard.press('Escape');
  await page.getByText('一次全部').click();
  const start = page.getByRole('button', { name: '开始批量部署' });
  await expect(start).toBeDisabled();
  await page.getByRole('textbox', { name: '行数' }).fill('2');
  await start.click();
  await expect(page).toHaveURL(/\/rollouts\/[0-9a-f-]{36}$/);
  const updated = `${server.url}/api/rollouts/${page.url().split('/').at(-1)}`;
  await expect
    .poll(async () => (await page.request.get(updated)).json(), { timeout: 20_000 })
    .toMatchObject({ state: 'done', counts: { ready: 2 } });
  expect(await (await page.request.get(path)).text()).toContain('nginx:1.27');

  await page.goto(`${server.url}/deployments`);
  await page.getByRole('checkbox', { name: '选择本页全部' }).check();
  await page.getByRole('button', { name: '批量删除' }).click();
  await expect(page.getByText('要删除的应用部署')).toBeVisible();
  await start.click();
  await expect
    .poll(async () => (await page.request.get(path)).json(), { timeout: 20_000 })
    .toMatchObject({ count: 0 });

  await page.goto(`${server.url}/new/review`);
  await page.getByRole('button', { name: '部署到多个节点' }).click();
  await page.getByLabel('搜索节点').fill('mock-node');
  await page.getByRole('button', { name: '选择全部 30 个匹配项' }).click();
  await page.getByLabel('故障', { exact: true }).selectOption('quota');
  await page.getByRole('textbox', { name: '行数' }).fill('3');
  await page.getByRole('button', { name: '开始演练' }).click();
  await expect(page.getByText(/将在第 2 批停止（共 3 批）：1 个失败/)).toBeVisible({
    timeout: 30_000,
  });
  expect(await findViolations(page)).toEqual([]);
});
