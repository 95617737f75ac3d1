import { expect, test } from '../../support/fixtures.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

test('undo and redo show the change if it is not visible, for every kind of edit', async ({
  page,
  wizard,
}) => {
  const body = goodBody({ container: { envs: [{ name: 'A', value: '1' }] } });
  body.deployment.template.containers.push({ name: 'second', image_url: 'busybox' });
  await storeDocument(page, body);
  await page.goto('/new/basics');
  const undo = () => page.keyboard.press('Control+z');
  const redo = () => page.keyboard.press('Control+Shift+z');
  const open = async (name: string) =>
    page.getByRole('navigation', { name: 'Containers' }).getByRole('button', { name }).click();

  // A field in another step.
  const name = page.getByLabel('Deployment name');
  await name.fill('renamed');
  await wizard.goTo('Containers');
  await page.getByLabel('Image').focus();
  await undo();
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('edge-web');
  await wizard.goTo('Review');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('renamed');

  // A row in another section of another container: removed and restored.
  await wizard.goTo('Containers');
  await page.getByText('Environment', { exact: true }).click();
  await page.getByRole('button', { name: 'Remove Variable 1', exact: true }).click();
  await open('second');
  await page.getByText('General', { exact: true }).click();
  await undo();
  const row = wizard.row('Variable 1');
  await expect(row.getByLabel('Name')).toHaveValue('A');
  await expect(row.locator(':focus')).toHaveCount(1);
  await wizard.goTo('Scheduling');
  await redo();
  await expect(page.getByRole('button', { name: 'Add variable' })).toBeFocused();

  // A choice between two keys.
  await wizard.goTo('Target');
  await page.getByText('A node group', { exact: true }).click();
  await wizard.goTo('Basics');
  await undo();
  await expect(page.getByLabel('Edge node', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Edge node', { exact: true })).toHaveValue(body.node_ids[0]!);

  // If the change is visible, the focus does not move.
  await wizard.goTo('Basics');
  await name.fill('again');
  await page.getByLabel('Description').focus();
  await undo();
  await expect(name).toHaveValue('renamed');
  await expect(page.getByLabel('Description')).toBeFocused();

  // If the whole document changes, a notice says so.
  await page.getByRole('button', { name: 'Start new' }).click();
  await expect(name).toHaveValue('');
  await undo();
  await expect(name).toHaveValue('renamed');
  await expect(page.getByRole('alert')).toContainText('This affected the whole document.');
});

test('a notice with Undo disappears when there is nothing to undo, and uses the names of the page', async ({
  page,
}) => {
  const body = goodBody();
  body.deployment.template.containers.push(
    { name: 'collector', image_url: 'busybox' },
    { name: 'dashboard', image_url: 'busybox' },
  );
  await storeDocument(page, body);
  await page.goto('/new/containers');
  const switcher = page.getByRole('navigation', { name: 'Containers' });
  await switcher.getByRole('button', { name: 'dashboard' }).click();
  await page.getByRole('button', { name: 'Remove dashboard', exact: true }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'dashboard removed.' });
  await expect(notice).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(switcher.getByRole('button', { name: 'dashboard' })).toBeVisible();
  // Long before its timeout.
  await expect(notice).toBeHidden({ timeout: 2_000 });
});
