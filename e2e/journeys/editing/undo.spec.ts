import type { Page } from '@playwright/test';
import { expect, test } from '../../support/fixtures.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';
import { openVariables } from '../../support/variables.ts';

/** Clicks Undo in the notice with this text, not in the top bar. */
async function undoInNotice(page: Page, text: string): Promise<void> {
  const notice = page.getByRole('alert').filter({ hasText: text });
  await notice.getByRole('button', { name: 'Undo' }).click();
}

const envs = [
  { name: 'FIRST', value: 'one' },
  { name: 'SECOND', value: 'two' },
  { name: 'THIRD', value: 'three' },
];

test('Undo in the notice restores a row to its container after the container has moved', async ({
  page,
  wizard,
}) => {
  const body = goodBody({ container: { envs } });
  body.deployment.template.containers.push({ name: 'second', image_url: 'busybox' });
  await storeDocument(page, body);
  await page.goto('/new/containers');
  await page.getByText('Environment', { exact: true }).click();
  await page.getByRole('button', { name: 'Remove Variable 3', exact: true }).click();
  await page.getByRole('button', { name: 'More actions for web' }).click();
  await page.getByRole('menuitem', { name: 'Move web down', exact: true }).click();
  await undoInNotice(page, 'Variable 3 removed.');
  expect(await wizard.preview()).toMatchObject({
    deployment: { template: { containers: [{ name: 'second' }, { name: 'web', envs }] } },
  });
});

test('Undo in the notice of a new document restores the old one, also after typing', async ({
  page,
  wizard,
}) => {
  const body = goodBody({ container: { envs } });
  await storeDocument(page, body);
  await page.goto('/');
  await expect(page.getByLabel('Deployment name')).toHaveValue('edge-web');
  await page.getByRole('button', { name: 'Start new' }).click();
  await page.getByLabel('Deployment name').fill('other');
  await undoInNotice(page, 'Started a new deployment.');
  await expect(page.getByLabel('Deployment name')).toHaveValue('edge-web');
  expect(await wizard.preview()).toEqual(body);
});

test('changing the kind of a variable is one undo step, also if earlier input is restored', async ({
  page,
  wizard,
}) => {
  await openVariables(page, envs);
  const row = wizard.row('Variable 1');
  const kind = row.getByRole('combobox').first();
  for (const [option, name] of [
    ['configmap', 'settings'],
    ['secret', 'keys'],
  ] as const) {
    await kind.selectOption(option);
    await row.getByLabel('Name').last().fill(name);
  }
  await kind.selectOption('field_path');
  await kind.selectOption('configmap');
  await expect(row.getByLabel('Name').last()).toHaveValue('settings');
  await page.keyboard.press('Control+z');
  await expect(kind).toHaveValue('field_path');
});

test('a picked node fills the field, and undo clears it', async ({ page, wizard, projectId }) => {
  await page.clock.install();
  await wizard.openWith(projectId);
  await wizard.goTo('Target');
  const field = page.getByLabel('Edge node', { exact: true });
  await page
    .getByRole('group', { name: /nodes/i })
    .getByRole('button', { name: 'sz-plant1-gateway-01' })
    .click();
  await expect(field).toHaveValue(/^[0-9a-f-]{36}$/);
  expect(await wizard.preview()).toMatchObject({ node_ids: [await field.inputValue()] });
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue('');
  expect(await wizard.previewText()).not.toMatch(/[0-9a-f]{8}-/);

  await field.pressSequentially('abc');
  // Long enough to start a new undo step.
  await page.clock.fastForward(1_200);
  await field.pressSequentially('def');
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue('abc');
  await page.keyboard.press('Control+z');
  await expect(field).toHaveValue('');
  await page.keyboard.press('Control+Shift+z');
  await expect(field).toHaveValue('abc');
});

test('Ctrl+Z in a dialog undoes only input in the dialog', async ({ page, wizard }) => {
  await page.goto('/');
  await page.getByLabel('Deployment name').pressSequentially('edge-web');
  await page.getByLabel('Description').pressSequentially('two of them');
  await wizard.openConnection();
  const settings = page.getByRole('dialog', { name: 'Connection' });
  const project = settings.getByLabel('Project ID');
  const before = await project.inputValue();
  await project.press('End');
  await project.pressSequentially('abc');
  for (let times = 0; times < 6; times++) await page.keyboard.press('Control+z');
  await expect(project).toHaveValue(before);
  await page.keyboard.press('Control+Shift+z');
  await expect(project).toHaveValue(`${before}abc`);
  await settings.getByRole('button', { name: 'Cancel' }).focus();
  for (let times = 0; times < 3; times++) await page.keyboard.press('Control+z');
  await page.keyboard.press('Escape');
  await expect(settings).toHaveCount(0);
  await expect(page.getByLabel('Deployment name')).toHaveValue('edge-web');
  await expect(page.getByLabel('Description')).toHaveValue('two of them');
  expect(await wizard.preview()).toMatchObject({ name: 'edge-web' });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('Ctrl+Z in the JSON drawer undoes edits of the document', async ({ page, wizard }) => {
    await page.goto('/');
    const name = page.getByLabel('Deployment name');
    await name.pressSequentially('edge-web');
    await page.getByRole('button', { name: 'JSON', exact: true }).click();
    expect(await wizard.preview()).toMatchObject({ name: 'edge-web' });
    await page.keyboard.press('Control+z');
    await expect.poll(() => wizard.preview()).toMatchObject({ name: '' });
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => wizard.preview()).toMatchObject({ name: 'edge-web' });
  });
});
