import type { Page } from '@playwright/test';
import { expect, test } from '../../support/fixtures.ts';
import { paste } from '../../support/paste.ts';

/** Drops files on the page. */
async function drop(page: Page, files: readonly { name: string; text: string }[]): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, text } of given) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.locator('body').dispatchEvent('drop', { dataTransfer: data });
}

test('a dropped file with an error shows line, column and reason, and changes nothing', async ({
  page,
  wizard,
}) => {
  await page.goto('/');
  await page.getByLabel('Deployment name').fill('kept');
  const before = await wizard.previewText();
  await drop(page, [{ name: 'body.json', text: '{\n  "name": "a",\n  "name": "b"\n}' }]);
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await expect(dialog.getByRole('alert')).toContainText(
    'Line 3, column 3: The key “name” is already on line 2.',
  );
  await expect(dialog.getByRole('button', { name: 'Replace document' })).toBeDisabled();
  await expect(dialog.getByRole('button', { name: 'Open as new draft' })).toBeDisabled();
  await page.keyboard.press('Escape');
  expect(await wizard.previewText()).toBe(before);
});

test('files that are dropped together are read together', async ({ page, wizard }) => {
  await page.goto('/');
  await drop(page, [
    { name: '.env', text: 'TAG=2.1' },
    { name: 'compose.yaml', text: 'services:\n  web:\n    image: nginx:${TAG}\n' },
  ]);
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await expect(dialog.getByRole('list', { name: 'Files read with it' })).toContainText(
    '1 variable',
  );
  await dialog.getByRole('button', { name: 'Open as new draft' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await wizard.previewText()).toContain('nginx:2.1');
  await page.reload();
  expect(await wizard.previewText()).toContain('nginx:2.1');
});

test('a text pasted outside a field opens the dialog; a text pasted into a field does not', async ({
  page,
}) => {
  await page.goto('/');
  const name = page.getByLabel('Deployment name');
  await paste(page, name, 'edge');
  await expect(name).toHaveValue('edge');
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await expect(dialog).toHaveCount(0);
  await page.evaluate(() => navigator.clipboard.writeText('docker run -d --name web nginx:1.27'));
  await page.getByRole('heading', { level: 1 }).click();
  await name.blur();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(dialog.getByLabel('Format')).toContainText('docker run (detected)');
  await expect(dialog.getByText(/^Carried \d of \d values$/)).toBeVisible();
});

test('the file that Download writes is imported without any change', async ({ page, wizard }) => {
  await page.goto('/');
  await page.getByLabel('Deployment name').fill('edge');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  const before = await wizard.previewText();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    dialog.getByRole('button', { name: 'Choose files' }).click(),
  ]);
  await chooser.setFiles(await download.path());
  await dialog.getByText('Changes', { exact: true }).click();
  await expect(dialog.getByText('The documents are the same.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Replace document' }).click();
  expect(await wizard.previewText()).toBe(before);
});
