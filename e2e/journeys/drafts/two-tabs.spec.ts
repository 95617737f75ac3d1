import type { BrowserContext, Page } from '@playwright/test';
import { expect, test, WizardDriver } from '../../support/fixtures.ts';

const nameOf = (page: Page) => page.getByLabel('Deployment name');
const elsewhereNotice = (page: Page) => page.getByText('This document is open in another tab.');

async function openSecond(context: BrowserContext): Promise<Page> {
  const second = await context.newPage();
  await second.goto('/');
  await expect(elsewhereNotice(second)).toBeVisible();
  return second;
}

/** A saved document in the first tab, and a second tab of it. */
async function openBoth(page: Page, context: BrowserContext): Promise<Page> {
  await page.goto('/');
  await nameOf(page).fill('edge');
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  return openSecond(context);
}

test('a second tab is told, reads only, and works on a copy that leaves the first alone', async ({
  page,
  wizard,
  context,
}) => {
  await page.goto('/');
  await nameOf(page).fill('first-tab');
  await page.getByRole('button', { name: 'Add tag' }).click();
  await expect(page.getByText('Saved in this browser')).toBeVisible();

  const second = await openSecond(context);
  const secondWizard = new WizardDriver(second);
  await expect(nameOf(second)).toHaveValue('first-tab');
  await expect(nameOf(second)).not.toBeEditable();
  await expect(second.getByLabel('Source')).toBeDisabled();
  await expect(second.getByRole('button', { name: /Add|Remove|Start new/ })).toHaveCount(0);
  await nameOf(second).focus();
  await second.keyboard.type('changed');
  await second.keyboard.press('Control+z');
  await secondWizard.goTo('Scheduling');
  await expect(second.getByLabel('Host network')).toBeDisabled();
  await secondWizard.goTo('Review');
  await expect(second.getByRole('button', { name: /^Create on/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  expect(await secondWizard.previewText()).toBe(await wizard.previewText());

  await second.getByRole('button', { name: 'Work on a copy here' }).click();
  await expect(elsewhereNotice(second)).toHaveCount(0);
  await secondWizard.goTo('Basics');
  await nameOf(second).fill('second-tab');
  await expect(second.getByText('Saved in this browser')).toBeVisible();

  // Each goes on with its own, through reloads at once.
  await nameOf(page).fill('first-tab-2');
  await page.reload();
  await second.reload();
  await expect(nameOf(page)).toHaveValue('first-tab-2');
  await expect(nameOf(second)).toHaveValue('second-tab');
  await expect(nameOf(page)).toBeEditable();
  await expect(nameOf(second)).toBeEditable();
});

test('closing the first tab makes the second editable, with the last text of the first', async ({
  page,
  context,
}) => {
  const second = await openBoth(page, context);

  await nameOf(page).fill('edge-web');
  await page.close({ runBeforeUnload: false });
  await expect(elsewhereNotice(second)).toHaveCount(0);
  await expect(second.getByText('The other tab was closed.')).toBeVisible();
  await expect(nameOf(second)).toHaveValue('edge-web');
  await nameOf(second).fill('edge-web-2');
  await second.reload();
  await expect(nameOf(second)).toHaveValue('edge-web-2');
});

test('a document that was never stored comes over too', async ({ page, context }) => {
  await page.goto('/');
  await expect(nameOf(page)).toBeVisible();
  const second = await openSecond(context);
  await nameOf(page).fill('edge-web');
  await page.close({ runBeforeUnload: false });
  await expect(second.getByText('The other tab was closed.')).toBeVisible();
  await expect(nameOf(second)).toHaveValue('edge-web');
});

test('what the first tab leaves late still comes over, unless the second was typed into', async ({
  page,
  context,
}) => {
  const second = await openBoth(page, context);
  // Another process of the same site, as the tab that went away was.
  const leaver = await context.newPage();
  await leaver.goto('/icon.svg');
  const leave = (name: string, revision: number) =>
    leaver.evaluate(
      ([text, at]) => {
        const draft = {
          id: 'first',
          version: 2,
          revision: at,
          savedAt: 0,
          text: JSON.stringify({ name: text }),
        };
        localStorage.setItem('ief-builder.unsaved first', JSON.stringify(draft));
      },
      [name, revision] as const,
    );

  await page.close();
  await expect(nameOf(second)).toBeEditable();
  await leave('edge-late', 50);
  await expect(nameOf(second)).toHaveValue('edge-late');
  await nameOf(second).fill('edge-typed');
  await leave('edge-later', 60);
  await second.getByLabel('Description').fill('still here');
  await expect(nameOf(second)).toHaveValue('edge-typed');
});
