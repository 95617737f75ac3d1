import type { Page } from '@playwright/test';
import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/fixtures.ts';

const nameOf = (page: Page) => page.getByLabel('Deployment name');

async function enterName(page: Page, name: string): Promise<void> {
  await nameOf(page).fill(name);
  await expect(page.getByText('Saved in this browser')).toBeVisible();
}

async function openMenu(page: Page) {
  await page.getByRole('button', { name: 'Drafts', exact: true }).click();
  return page.getByRole('dialog', { name: 'Drafts' });
}

test('a draft becomes a template, whose variables are filled in on use', async ({ page }) => {
  await page.goto('/');
  await enterName(page, '{{site}}-{{app}}');
  let menu = await openMenu(page);
  await menu.getByRole('button', { name: 'Save {{site}}-{{app}} as a template' }).click();
  const saving = page.getByRole('dialog', { name: 'Save as template' });
  await expect(saving.getByText('Variables: site, app')).toBeVisible();
  await saving.getByLabel('Name of the template').fill('Site app');
  await saving.getByRole('button', { name: 'Save template' }).click();
  await expect(menu.getByText('2 variables')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  await menu.getByRole('button', { name: 'Use Site app' }).click();
  await page.getByLabel('site', { exact: true }).fill('plant1');
  await page.getByRole('button', { name: 'Open as new draft' }).click();
  await expect(page.getByText('Not filled in: app.')).toBeVisible();
  await expect(nameOf(page)).toHaveValue('plant1-{{app}}');

  menu = await openMenu(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    menu.getByRole('button', { name: 'Export templates' }).click(),
  ]);
  await menu.getByRole('button', { name: 'Delete Site app' }).click();
  await expect(menu.getByText('No templates yet.')).toBeVisible();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    menu.getByRole('button', { name: 'Import templates' }).click(),
  ]);
  await chooser.setFiles(await download.path());
  await expect(menu.getByRole('button', { name: 'Use Site app' })).toBeVisible();

  await menu.getByRole('button', { name: 'Compare {{site}}-{{app}}' }).click();
  await expect(
    page.getByText('Deployment name changed from “{{site}}-{{app}}” to “plant1-{{app}}”.'),
  ).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

test('an example switches to the edition it needs, and each draft keeps its own', async ({
  page,
  wizard,
}) => {
  const edition = async () => {
    await wizard.openConnection();
    const value = await page.getByRole('dialog').getByLabel('Edition').inputValue();
    await page.keyboard.press('Escape');
    return value;
  };
  await page.goto('/');
  await enterName(page, 'first');
  await page.goto('/start');
  await page.getByRole('button', { name: /^Node group/ }).click();
  await expect(
    page.getByText('It needs the platinum edition, which is now selected.'),
  ).toBeVisible();
  expect(await edition()).toBe('platinum');
  await expect(page.getByText('Saved in this browser')).toBeVisible();

  let menu = await openMenu(page);
  await expect(menu.getByRole('row').nth(1)).toContainText('platinum edition');
  await menu.getByRole('button', { name: 'first', exact: true }).click();
  await expect(nameOf(page)).toHaveValue('first');
  expect(await edition()).toBe('professional');
  menu = await openMenu(page);
  await menu.getByRole('row').nth(1).getByRole('button').first().click();
  await expect(nameOf(page)).not.toHaveValue('first');
  await page.reload();
  expect(await edition()).toBe('platinum');
});
