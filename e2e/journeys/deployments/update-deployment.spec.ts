import { findViolations } from '../../support/find-violations.ts';
import { expect, test, WizardDriver } from '../../support/fixtures.ts';
import { goodBody } from '../../support/stored-document.ts';

test.use({ locale: 'zh-CN' });

test('更新 and 删除: an edit survives a reload, keeps what others changed and is read back; then the deployment is deleted', async ({
  page,
  projectId,
}) => {
  const path = `/ief/mock/v3/${projectId}/edgemgr/deployments`;
  const headers = { 'X-Ief-Builder': '1' };
  const created = await page.request.post(path, { headers, data: goodBody() });
  const { id } = (await created.json()) as { id: string };
  const wizard = new WizardDriver(page, 'zh');
  await wizard.openWith(projectId);
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.goto(`/deployments/${id}`);
  await page.getByRole('button', { name: '更新', exact: true }).click();
  await expect(page).toHaveURL(`/deployments/${id}/update/basics`);

  await expect(page.getByText('edge-web', { exact: true })).toBeVisible();
  await page.getByLabel('描述').fill('第二版');
  await expect.poll(() => wizard.preview()).toMatchObject({ description: '第二版' });
  expect(Object.keys((await wizard.preview()) as object)).toEqual(['description', 'deployment']);
  await page.reload();
  await expect(page.getByLabel('描述')).toHaveValue('第二版');

  // Meanwhile someone else adds a variable.
  const live = await (await page.request.get(`${path}/${id}`)).json();
  const { replicas, template } = live as { replicas: number; template: { containers: object[] } };
  const envs = [{ name: 'ADDED_BY_OTHERS', value: '1' }];
  const containers = template.containers.map((container) => ({ ...container, envs }));
  const others = { deployment: { replicas, template: { ...template, containers } } };
  expect((await page.request.put(`${path}/${id}`, { headers, data: others })).status()).toBe(200);

  await wizard.goTo('确认');
  const panel = page.getByRole('region', { name: '更新' });
  await expect(panel.getByText('描述', { exact: false }).first()).toBeVisible();
  const puts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT') puts.push(request.postData() ?? '');
  });
  await page.getByRole('button', { name: '更新', exact: true }).click();
  await expect(panel.getByText('已更新', { exact: true })).toBeVisible();
  await expect(panel.getByText('已回读应用部署，与发送的内容一致。')).toBeVisible();
  await expect(panel.getByText('他人同时做出的更改，已保留')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  expect(puts).toHaveLength(1);
  const after = await (await page.request.get(`${path}/${id}`)).json();
  expect(after).toMatchObject({
    description: '第二版',
    template: { containers: [{ envs: [{ name: 'ADDED_BY_OTHERS', value: '1' }] }] },
  });
  await panel.getByRole('button', { name: '查看应用部署' }).click();
  await expect(page).toHaveURL(`/deployments/${id}`);

  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  const question = page.getByRole('dialog', { name: '确定删除应用部署“edge-web”？' });
  expect(await findViolations(page)).toEqual([]);
  await question.getByRole('button', { name: '删除' }).click();
  const progress = page.getByRole('dialog', { name: '删除' });
  await expect(progress.getByText('已删除')).toBeVisible();
  expect((await page.request.get(`${path}/${id}`)).status()).toBe(404);
  await progress.getByRole('button', { name: '关闭' }).click();
  await expect(page.getByRole('heading', { name: '应用部署“edge-web”已不存在' })).toBeVisible();
});
