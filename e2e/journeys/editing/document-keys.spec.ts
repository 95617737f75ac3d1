import { expect, test } from '../../support/fixtures.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

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

test('the initial document has the specified keys in the specified order', async ({
  page,
  wizard,
}) => {
  await page.goto('/');
  await expect(page.getByRole('region', { name: 'JSON preview' })).toBeVisible();
  expect(JSON.stringify(await wizard.preview())).toBe(JSON.stringify(initial));
});

test('clearing an optional field removes its key', async ({ page, wizard }) => {
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
  expect(await wizard.previewText(), 'no empty limits or resources remain').toBe(before);

  // Clearing the address of a port keeps the port.
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

test('a cleared env value is sent as an empty text', async ({ page, wizard }) => {
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

test('unknown keys of the deployment and its template are shown, and removed as JSON', async ({
  page,
  wizard,
}) => {
  const { deployment, ...body } = goodBody() as { deployment: { template: object } };
  const template = { ...deployment.template, later: [1] };
  await storeDocument(page, { ...body, deployment: { ...deployment, template, more: {} } });
  await page.goto('/new/target');
  await expect(page.getByRole('button', { name: 'more', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'later', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit this part' });
  await expect(dialog.getByRole('textbox')).toHaveValue('[\n  1\n]');
  await dialog.getByRole('button', { name: 'Remove' }).click();
  expect(await wizard.preview()).toEqual({ ...body, deployment: { ...deployment, more: {} } });
});

test('switching between alternatives and back restores the input', async ({ page, wizard }) => {
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

test('a probe can switch between none, HTTP request and command, and restores the input of each', async ({
  page,
  wizard,
}) => {
  await page.goto('/new/probes');
  const before = await wizard.previewText();
  const readiness = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Readiness probe' }) });
  await readiness.getByText('HTTP request', { exact: true }).click();
  await page.keyboard.press('Control+z');
  expect(await wizard.previewText(), 'the choice is one undo step').toBe(before);
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

test('unknown keys are listed, kept and sent', async ({ page, wizard }) => {
  const body = goodBody({
    container: {
      lifecycle: { pre_stop: ['sleep', 5] },
      envs: [{ name: 'A', value: '1', comment: null }],
    },
    more: { owner: { team: 'a', list: [] } },
  });
  await storeDocument(page, body);
  await page.goto('/');
  const kept = page.getByText('Unknown keys, sent unchanged:').locator('..');
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
  test('the preview has its Chinese name', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('region', { name: 'JSON 预览' })).toContainText('container-0');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('region', { name: 'JSON preview' })).toContainText('container-0');
  });
});
