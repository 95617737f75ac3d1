import { findViolations } from '../../support/find-violations.ts';
import { expect, WizardDriver } from '../../support/fixtures.ts';
import { enterToken, test, tokens } from '../../support/live-fixtures.ts';
import { goodBody } from '../../support/stored-document.ts';

test.use({ locale: 'zh-CN' });

/** What someone else does meanwhile: another image, and a variable. */
function changedByOthers(live: object): object {
  const { replicas, template } = live as { replicas: number; template: { containers: object[] } };
  const containers = template.containers.map((container) => ({
    ...container,
    image_url: 'nginx:theirs',
    envs: [{ name: 'ADDED_BY_OTHERS', value: '1' }],
  }));
  return { deployment: { replicas, template: { ...template, containers } } };
}

test('更新 and 删除 at a live target: an edit survives a reload, a conflict, a lost answer and an expired token', async ({
  page,
  live,
}) => {
  const created = await live.ask('POST', '', goodBody());
  const path = `/${created.json.id}`;
  const wizard = new WizardDriver(page, 'zh');
  await live.open(`/deployments${path}`);
  const signIn = page.getByRole('button', { name: '登录', exact: true });
  await signIn.click();
  await enterToken(page);
  const update = page.getByRole('button', { name: '更新', exact: true });
  await update.click();
  await expect(page).toHaveURL(`${live.url}/deployments${path}/update/basics`);
  await page.getByLabel('描述').fill('第二版');
  await expect.poll(() => wizard.preview()).toMatchObject({ description: '第二版' });
  expect(Object.keys((await wizard.preview()) as object)).toEqual(['description', 'deployment']);

  // By keyboard to another field.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: '跳转或执行' })).toBeFocused();
  await page.keyboard.type('镜像');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/update\/containers$/);
  await page.getByLabel('容器镜像').fill('nginx:mine');
  const history = page.getByRole('button', { name: '历史记录' });
  await expect(history).toBeVisible();
  await page.reload();
  await signIn.click();
  await enterToken(page);
  await expect(page.getByLabel('容器镜像')).toHaveValue('nginx:mine');
  await history.click();
  const steps = page.getByRole('region', { name: '历史记录' }).getByRole('listitem');
  await expect(steps).toHaveText([/镜像.*当前/, /描述/, /^历史记录的起点/]);
  await page.keyboard.press('Escape');

  const before = await live.ask('GET', path);
  expect((await live.ask('PUT', path, changedByOthers(before.json))).status).toBe(200);
  await page.keyboard.press('Control+Enter');
  await expect(update).toBeFocused();
  const panel = page.getByRole('region', { name: '更新' });
  const confirm = page.getByRole('dialog', { name: '确定更新真实的应用部署？' });
  const send = async () => {
    await update.click();
    await confirm.getByRole('button', { name: '更新' }).click();
  };
  await send();
  await expect(panel.getByText('您和他人都更改了以下内容')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await panel.getByLabel(/您的更改\s*nginx:mine/).check();

  // The update takes effect, but its answer is lost.
  const puts: string[] = [];
  await page.route(`**/deployments${path}`, async (route) => {
    if (route.request().method() !== 'PUT') return route.fallback();
    puts.push(route.request().postData() ?? '');
    await route.fetch();
    return route.abort();
  });
  await send();
  await expect(panel.getByText('已更新', { exact: true })).toBeVisible();
  await expect(panel.getByText('已回读应用部署，与发送的内容一致。')).toBeVisible();
  await expect(panel.getByText('他人同时做出的更改，已保留')).toBeVisible();
  expect(puts).toHaveLength(1);
  const after = await live.ask('GET', path);
  expect(after.json).toMatchObject({
    description: '第二版',
    template: {
      containers: [{ image_url: 'nginx:mine', envs: [{ name: 'ADDED_BY_OTHERS', value: '1' }] }],
    },
  });
  await panel.getByRole('button', { name: '查看应用部署' }).click();
  await expect(page).toHaveURL(`${live.url}/deployments${path}`);

  // The delete needs the name, and another token in the middle.
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '删除' }).click();
  const question = page.getByRole('dialog', { name: '确定删除应用部署“edge-web”？' });
  await question.getByRole('button', { name: '删除' }).click();
  await expect(question.getByText('输入不一致。')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await live.ask('GET', path, undefined, 'token-expires');
  await question.getByLabel('请输入名称以确认').fill('edge-web');
  await question.getByRole('button', { name: '删除' }).click();
  await enterToken(page, tokens[1]);
  const progress = page.getByRole('dialog', { name: '删除' });
  await expect(progress.getByText('已删除')).toBeVisible();
  await progress.getByRole('button', { name: '关闭' }).click();
  await expect(page.getByRole('heading', { name: '应用部署“edge-web”已不存在' })).toBeVisible();
});
