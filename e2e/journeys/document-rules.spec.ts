import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { goodBody, storeDocument } from '../support/stored-document.ts';

const initial = {
  name: '',
  node_ids: [],
  deployment: {
    replicas: 1,
    template: {
      configs: { host_network: false, restart_policy: 'Always' },
      containers: [{ name: 'container-0', image_url: '' }],
    },
  },
};

/** The words of the problems of a control. */
async function problemOf(page: Page, label: string): Promise<string> {
  const control = page.getByLabel(label, { exact: true });
  const ids = ((await control.getAttribute('aria-describedby')) ?? '').split(' ');
  return page.locator(`[id="${ids.find((id) => id.endsWith('-issues'))}"]`).innerText();
}

test('the first document is the agreed one, in the agreed order', async ({ page, wizard }) => {
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'JSON preview' })).toBeVisible();
  expect(JSON.stringify(await wizard.preview())).toBe(JSON.stringify(initial));
});

test('an optional field that is typed and cleared takes its key along', async ({
  page,
  wizard,
}) => {
  await page.goto('/');
  const before = await wizard.previewText();
  await page.getByLabel('Description').fill('serves pages');
  expect(await wizard.preview()).toMatchObject({ description: 'serves pages' });
  await page.getByLabel('Description').fill('');
  await page.getByRole('button', { name: 'Add tag' }).click();
  await page.getByLabel('Tag key').fill('site');
  expect(await wizard.preview()).toMatchObject({ tags: [{ key: 'site' }] });
  await page.getByRole('button', { name: 'Remove tag 1' }).click();
  expect(await wizard.previewText()).toBe(before);

  await wizard.goTo('Containers');
  await page.getByLabel('Version').fill('1.0');
  await page.getByLabel('Version').fill('');
  expect(await wizard.previewText()).toBe(before);
  await wizard.goTo('Resources');
  const limits = page.getByRole('group', { name: 'Limits' });
  await limits.getByLabel('CPU').fill('0.5');
  expect(await wizard.previewText()).toContain('"cpu": "0.5"');
  await limits.getByLabel('CPU').fill('');
  expect(await wizard.previewText(), 'no empty limits or resources stay').toBe(before);

  // A port keeps its row; only the address goes.
  await wizard.goTo('Containers');
  await page.getByText('Ports', { exact: true }).click();
  await page.getByRole('button', { name: 'Add port' }).click();
  await page.getByLabel('Container port').fill('80');
  const port = await wizard.previewText();
  await page.getByLabel('Host IP').fill('10.0.0.1');
  expect(await wizard.previewText()).toContain('"host_ip": "10.0.0.1"');
  await page.getByLabel('Host IP').fill('');
  expect(await wizard.previewText()).toBe(port);
});

test('an env value that is cleared stays an empty text', async ({ page, wizard }) => {
  await page.goto('/new/containers');
  await page.getByText('Environment', { exact: true }).click();
  await page.getByRole('button', { name: 'Add variable' }).click();
  await page.getByLabel('Name', { exact: true }).fill('EMPTY');
  await page.getByLabel('Value', { exact: true }).fill('x');
  await page.getByLabel('Value', { exact: true }).fill('');
  expect(await wizard.preview()).toMatchObject({
    deployment: { template: { containers: [{ envs: [{ name: 'EMPTY', value: '' }] }] } },
  });
});

test('a switch sends nothing until it is touched, and can be taken back', async ({
  page,
  wizard,
}) => {
  await page.goto('/new/scheduling');
  const before = await wizard.previewText();
  const pid = page.getByLabel('Host PID namespace');
  await expect(page.getByRole('button', { name: 'Do not send' })).toHaveCount(1);
  await pid.check();
  expect(await wizard.previewText()).toContain('"host_pid": true');
  await pid.uncheck();
  expect(await wizard.previewText()).toContain('"host_pid": false');
  await page.getByRole('button', { name: 'Do not send' }).nth(1).click();
  expect(await wizard.previewText()).toBe(before);
  await expect(page.getByText('Not sent (false)').first()).toBeVisible();
});

test('a number is a number only where it prints back as typed', async ({ page, wizard }) => {
  await page.goto('/new/target');
  const replicas = page.getByLabel('Replicas');
  for (const text of ['8x', '08', '1e3', ' 5', '5.0']) {
    await replicas.fill(text);
    expect(await wizard.preview()).toMatchObject({ deployment: { replicas: text } });
    await replicas.blur();
    await expect(replicas).toHaveAttribute('aria-invalid', 'true');
    expect(await problemOf(page, 'Replicas')).toContain('is not a whole number');
    await expect(replicas).toHaveValue(text);
  }
  await replicas.fill('5');
  expect(await wizard.preview()).toMatchObject({ deployment: { replicas: 5 } });
  await replicas.fill('');
  expect(await wizard.previewText()).not.toContain('replicas');
  await replicas.fill('1');
  expect(JSON.stringify(await wizard.preview())).toBe(JSON.stringify(initial));
});

test('switching sides and back keeps what was typed', async ({ page, wizard }) => {
  await page.goto('/new/target');
  await page.getByLabel('Edge node', { exact: true }).fill('9ebd8efb-9fdd-44a1-abda-9cdbc287a867');
  const onNode = await wizard.previewText();
  await page.getByText('A node group', { exact: true }).click();
  expect(await wizard.previewText()).not.toContain('node_ids');
  await page.getByRole('textbox', { name: 'Node group' }).fill('group-1');
  const onGroup = await wizard.previewText();
  await page.getByText('An edge node', { exact: true }).click();
  expect(await wizard.previewText()).toBe(onNode);
  await page.getByText('A node group', { exact: true }).click();
  expect(await wizard.previewText()).toBe(onGroup);

  await wizard.goTo('Containers');
  await page.getByText('Environment', { exact: true }).click();
  await page.getByRole('button', { name: 'Add variable' }).click();
  const kind = page.getByLabel('Kind', { exact: true });
  await page.getByLabel('Name', { exact: true }).fill('MODE');
  await page.getByLabel('Value', { exact: true }).fill('debug');
  const asText = await wizard.previewText();
  await kind.selectOption({ label: 'Secret' });
  await page.getByLabel('Secret name').fill('db-secret');
  const asSecret = await wizard.previewText();
  expect(asSecret).not.toContain('"debug"');
  await kind.selectOption({ label: 'Configmap' });
  await kind.selectOption({ label: 'Node IP' });
  expect(await wizard.previewText()).toContain('"field_path": "status.hostIP"');
  await kind.selectOption({ label: 'Text' });
  expect(await wizard.previewText()).toBe(asText);
  await kind.selectOption({ label: 'Secret' });
  expect(await wizard.previewText()).toBe(asSecret);
});

test('a probe goes from none to a request to a command and back', async ({ page, wizard }) => {
  await page.goto('/new/probes');
  const before = await wizard.previewText();
  const readiness = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Readiness probe' }) });
  await readiness.getByText('HTTP request', { exact: true }).click();
  await page.keyboard.press('Control+z');
  expect(await wizard.previewText(), 'the choice is one step of undo').toBe(before);
  await readiness.getByText('HTTP request', { exact: true }).click();
  await readiness.getByLabel('Port').fill('80');
  await readiness.getByLabel('Timeout').fill('3');
  const request = await wizard.previewText();
  expect(await wizard.preview()).toMatchObject({
    deployment: {
      template: {
        containers: [{ readiness_probe: { http_get: { port: 80 }, timeout_seconds: 3 } }],
      },
    },
  });
  await readiness.getByText('Command', { exact: true }).click();
  await readiness.getByLabel('Probe command').fill('cat /tmp/alive');
  expect(await wizard.previewText()).not.toContain('http_get');
  await readiness.getByText('None', { exact: true }).click();
  expect(await wizard.previewText()).toBe(before);
  await readiness.getByText('HTTP request', { exact: true }).click();
  expect(await wizard.previewText()).toBe(request);
  await readiness.getByText('Command', { exact: true }).click();
  expect(await wizard.previewText()).toContain('"command": "cat /tmp/alive"');
});

test('rows are added, doubled, moved, removed and brought back, in the order of the preview', async ({
  page,
  wizard,
}) => {
  await page.goto('/');
  const keys = async () =>
    ((await wizard.preview()) as { tags?: { key: string }[] }).tags?.map((tag) => tag.key);
  for (const [index, key] of ['a', 'b', 'c'].entries()) {
    await page.getByRole('button', { name: 'Add tag' }).click();
    await wizard
      .row(`Tag ${index + 1}`)
      .getByLabel('Tag key')
      .fill(key);
  }
  expect(await keys()).toEqual(['a', 'b', 'c']);
  await page.getByRole('button', { name: 'Move tag 3 up' }).click();
  await page.getByRole('button', { name: 'Move tag 1 down' }).click();
  expect(await keys()).toEqual(['c', 'a', 'b']);
  await expect(wizard.row('Tag 1').getByLabel('Tag key')).toHaveValue('c');
  await page.getByRole('button', { name: 'Duplicate tag 1' }).click();
  expect(await keys()).toEqual(['c', 'c', 'a', 'b']);
  // The double is a row of its own.
  await wizard.row('Tag 2').getByLabel('Tag key').fill('d');
  expect(await keys()).toEqual(['c', 'd', 'a', 'b']);
  await page.getByRole('button', { name: 'Remove tag 2' }).click();
  expect(await keys()).toEqual(['c', 'a', 'b']);
  await page
    .getByRole('alert')
    .filter({ hasText: 'Tag 2 removed.' })
    .getByRole('button', { name: 'Undo' })
    .click();
  expect(await keys()).toEqual(['c', 'd', 'a', 'b']);
  await expect(wizard.row('Tag 2').getByLabel('Tag key')).toHaveValue('d');
});

test('what the form does not know is named, kept and sent', async ({ page, wizard }) => {
  const body = goodBody({
    container: {
      lifecycle: { pre_stop: ['sleep', 5] },
      envs: [{ name: 'A', value: '1', comment: null }],
    },
    more: { owner: { team: 'a', list: [] } },
  });
  await storeDocument(page, body);
  await page.goto('/');
  const kept = page.getByText('Kept as they are:').locator('..');
  await expect(kept).toContainText('owner');
  await page.getByLabel('Description').fill('serves pages');
  await wizard.goTo('Containers');
  await expect(kept).toContainText('lifecycle');
  await page.getByLabel('Version').fill('2');
  await page.getByText('Environment', { exact: true }).click();
  await expect(kept).toContainText('comment');
  await page.getByLabel('Value', { exact: true }).fill('2');

  const [container] = body.deployment.template.containers;
  expect(await wizard.preview()).toEqual({
    ...body,
    description: 'serves pages',
    deployment: {
      ...body.deployment,
      template: {
        ...body.deployment.template,
        containers: [
          { ...container, version: '2', envs: [{ name: 'A', value: '2', comment: null }] },
        ],
      },
    },
  });
});

test.describe('in Chinese', () => {
  test.use({ locale: 'zh-CN' });
  test('the preview goes by its Chinese name', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('region', { name: 'JSON 预览' })).toContainText('container-0');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('region', { name: 'JSON preview' })).toContainText('container-0');
  });
});
