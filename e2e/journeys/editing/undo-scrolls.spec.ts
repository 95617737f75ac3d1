import { expect, test } from '../../support/fixtures.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

test('undo and redo lead to what they change where it is out of sight, for every kind of edit', async ({
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

  // A field of another step.
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

  // A row of another section of another container: taken away, brought back, moved.
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

  // A switch: which of two keys is there.
  await wizard.goTo('Target');
  await page.getByText('A node group', { exact: true }).click();
  await wizard.goTo('Basics');
  await undo();
  await expect(page.getByLabel('Edge node', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Edge node', { exact: true })).toHaveValue(body.node_ids[0]!);

  // In sight nothing moves: the focus stays where the person is.
  await wizard.goTo('Basics');
  await name.fill('again');
  await page.getByLabel('Description').focus();
  await undo();
  await expect(name).toHaveValue('renamed');
  await expect(page.getByLabel('Description')).toBeFocused();

  // The whole document: no place to go to, so a notice says it.
  await page.getByRole('button', { name: 'Start new' }).click();
  await expect(name).toHaveValue('');
  await undo();
  await expect(name).toHaveValue('renamed');
  await expect(page.getByRole('alert')).toContainText('The whole document changed.');
});

test('a notice that offers Undo goes when there is nothing to undo, and names what the page names', async ({
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
  // Long before it would have gone by itself.
  await expect(notice).toBeHidden({ timeout: 2_000 });
});
