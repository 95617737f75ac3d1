import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/fixtures.ts';

const compose = `services:
  web:
    image: nginx:\${TAG:-1.27}
    restart: unless-stopped
    ports: ["8080:80"]
    depends_on: [db]
  db:
    image: postgres:16
`;

test('a pasted compose file shows its report and changes, replaces the document in one step, and can be undone', async ({
  page,
  wizard,
}) => {
  await page.goto('/');
  await page.getByLabel('Deployment name').fill('before');
  const before = await wizard.previewText();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  const text = dialog.getByRole('textbox', { name: 'Text to import' });
  await expect(text).toBeFocused();
  await text.fill(compose);
  const report = dialog.getByRole('region', { name: 'Report' });
  await expect(dialog.getByLabel('Format')).toContainText('Compose file (detected)');
  await expect(report).toContainText('services.web.depends_on[0]');

  await test.step('Escape keeps the text and changes nothing', async () => {
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    expect(await wizard.previewText()).toBe(before);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(text).toHaveValue(compose);
  });

  await test.step('a service is left out, and a variable filled in', async () => {
    await dialog.getByRole('checkbox', { name: 'db' }).uncheck();
    await dialog.getByLabel('Value of TAG').fill('1.29');
    await expect(report).toContainText('services.db.image');
    await dialog.getByText('Changes', { exact: true }).click();
    const changes = dialog.getByRole('region', { name: 'Compared with the current document' });
    await expect(changes).toContainText('nginx:1.29');
    await expect(changes.getByRole('listitem').first()).toHaveText(
      'changed Deployment name changed from “before” to “web”.',
    );
    expect(await findViolations(page)).toEqual([]);
  });

  await report.getByRole('button', { name: 'line 4' }).click();
  await expect(text).toBeFocused();
  await dialog.getByRole('button', { name: 'Replace document' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await wizard.preview()).toMatchObject({
    name: 'web',
    deployment: { template: { containers: [{ name: 'web', image_url: 'nginx:1.29' }] } },
  });

  await test.step('the report stays until it is dismissed, also on Review and after a reload', async () => {
    await expect(page.getByText('Saved in this browser')).toBeVisible();
    await page.reload();
    await wizard.goTo('Review');
    const sum = page.getByText(/^Carried \d+ of \d+ values$/);
    await expect(sum).toBeVisible();
    // By keyboard, here and below: the notice of the restored draft may cover the buttons.
    await page.getByRole('button', { name: 'Show report' }).press('Enter');
    await expect(page.getByRole('dialog', { name: 'Report' })).toContainText('depends_on');
    expect(await findViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Dismiss' }).press('Enter');
    await expect(sum).toHaveCount(0);
  });

  await test.step('undo restores the document, and its report disappears', async () => {
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await text.fill('{"name": "other", "deployment": {}}');
    await dialog.getByRole('button', { name: 'Replace document' }).click();
    expect(await wizard.preview()).toMatchObject({ name: 'other' });
    await expect(page.getByText('Carried 2 of 2 values')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    expect(await wizard.preview()).toMatchObject({ name: 'web' });
    await expect(page.getByText(/^Carried/)).toHaveCount(0);
  });
});
