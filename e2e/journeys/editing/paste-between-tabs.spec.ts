import { getIn } from '#src/json/get-in.ts';
import { asList, type Json } from '#src/json/value.ts';
import { expect, test, WizardDriver } from '../../support/fixtures.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

const envs = [
  { name: 'FIRST', value: 'a "b" = c' },
  { name: 'SECOND', value_from: { secret: { name: 'login', key: 'password' } } },
  { name: 'THIRD', value: '3', zone: 'unknown key' },
];

const containersOf = (body: unknown) =>
  asList(getIn(body as Json, ['deployment', 'template', 'containers']));

test('rows and containers that are copied in one tab are pasted in another, with every key', async ({
  page,
  context,
  wizard,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const probe = { http_get: { path: '/ready', port: 80 } };
  await storeDocument(page, goodBody({ container: { envs, readiness_probe: probe } }));
  await page.goto('/new/containers');
  await page.getByText('Environment', { exact: true }).click();

  const other = await context.newPage();
  const target = new WizardDriver(other);
  await other.goto('/new/containers');
  // The first tab holds the draft, so this one has an empty document.
  await expect(other.getByRole('region', { name: 'JSON preview' })).toContainText('container-0');
  await other.getByText('Environment', { exact: true }).click();
  await other.getByRole('button', { name: 'Add variable' }).click();
  await target.row('Variable 1').getByLabel('Name').fill('OWN');

  await test.step('two rows, copied with Ctrl+C and pasted after the row in focus', async () => {
    await page.bringToFront();
    await page.getByRole('button', { name: 'Select', exact: true }).click();
    await page.getByRole('checkbox', { name: 'Select Variable 2' }).check();
    await page.getByRole('checkbox', { name: 'Select Variable 3' }).check();
    await page.keyboard.press('Control+c');
    await other.bringToFront();
    await target.row('Variable 1').getByRole('combobox').first().focus();
    await other.keyboard.press('Control+v');
    await expect(other.getByText('2 rows pasted.')).toBeVisible();
    await expect(target.row('Variable 2').getByLabel('Name').first()).toBeFocused();
    expect(await target.preview()).toMatchObject({
      deployment: { template: { containers: [{ envs: [{ name: 'OWN' }, envs[1], envs[2]] }] } },
    });
  });

  await test.step('a container, copied from its menu and pasted with a button', async () => {
    await page.bringToFront();
    await page.getByRole('button', { name: 'Done', exact: true }).click();
    await page.getByRole('button', { name: 'More actions for web' }).click();
    await page.getByRole('menuitem', { name: 'Copy web as JSON' }).click();
    await other.bringToFront();
    await other.getByRole('button', { name: 'Paste container' }).click();
    await expect(other.getByLabel('Container name')).toHaveValue('web');
    await expect(other.getByLabel('Container name')).toBeFocused();
    const copied = containersOf(await wizard.preview());
    const pasted = containersOf(await target.preview());
    expect(pasted).toHaveLength(2);
    expect(pasted[1]).toEqual(copied[0]);
  });

  await test.step('both are undone in their tab only', async () => {
    const before = await wizard.previewText();
    await other.getByRole('heading', { level: 1 }).click();
    await other.keyboard.press('Control+z');
    await other.keyboard.press('Control+z');
    expect(await target.preview()).toMatchObject({
      deployment: { template: { containers: [{ envs: [{ name: 'OWN' }] }] } },
    });
    expect(await wizard.previewText()).toBe(before);
  });
});
