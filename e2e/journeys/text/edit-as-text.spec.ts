import type { Page } from '@playwright/test';
import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/fixtures.ts';

const nameOf = (page: Page) => page.getByRole('textbox', { name: 'Deployment name' });

/** Puts the cursor into the value of the name, which is on the second line. */
async function goToName(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'JSON editor' }).click();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
}

test('text and form follow each other, and a broken text survives a reload', async ({ page }) => {
  await page.goto('/');
  await nameOf(page).fill('web');
  await page.getByRole('button', { name: 'Edit as text' }).click();
  const editor = page.getByRole('textbox', { name: 'JSON editor' });
  await expect(editor).toContainText('"name": "web",');
  expect(await findViolations(page)).toEqual([]);

  await test.step('the form shows what is typed, and the text what is entered', async () => {
    await goToName(page);
    await page.keyboard.type('-1');
    await expect(nameOf(page)).toHaveValue('web-1');
    await nameOf(page).fill('web-2');
    await expect(editor).toContainText('"name": "web-2",');
  });

  await test.step('a text that is not JSON makes the form read-only and is kept', async () => {
    await goToName(page);
    await page.keyboard.type('"');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('x');
    await expect(nameOf(page)).not.toBeEditable();
    await page.reload();
    await expect(nameOf(page)).not.toBeEditable();
    await expect(nameOf(page)).toHaveValue('web-2');
    const restore = page.getByRole('button', { name: 'Restore the last good text' }).first();
    await expect(restore).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
    await restore.click();
    await expect(nameOf(page)).toBeEditable();
    await expect(editor).toContainText('"name": "web-2",');
  });

  await test.step('one history covers both', async () => {
    await goToName(page);
    await page.keyboard.type('-3');
    await expect(nameOf(page)).toHaveValue('web-2-3');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(nameOf(page)).toHaveValue('web-2');
    await expect(editor).toContainText('"name": "web-2",');
  });

  await page.getByRole('button', { name: 'Close editor' }).click();
  await expect(page.getByRole('region', { name: 'JSON preview' })).toContainText('"web-2"');
});

test('the document is exported with a tab for each notation', async ({ page }) => {
  await page.goto('/');
  await nameOf(page).fill('web');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const text = dialog.getByRole('region', { name: 'Exported text' });
  await expect(text).toContainText('"name": "web"');
  await dialog.getByRole('tab', { name: 'curl' }).click();
  await expect(text).toContainText('/ief/mock/v3/');
  await dialog.getByRole('tab', { name: 'Kubernetes' }).click();
  await expect(text).toContainText('kind: Deployment');
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
