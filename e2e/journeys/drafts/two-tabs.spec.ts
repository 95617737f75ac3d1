import type { BrowserContext, Page } from '@playwright/test';
import { duplicateTab } from '../../support/duplicate-tab.ts';
import { expect, test, WizardDriver } from '../../support/fixtures.ts';

const nameOf = (page: Page) => page.getByLabel('Deployment name');
const elsewhereNotice = (page: Page) => page.getByText('This document is open in another tab.');

async function openSecond(context: BrowserContext): Promise<Page> {
  const second = await duplicateTab(context);
  await second.goto('/');
  await expect(elsewhereNotice(second)).toBeVisible();
  return second;
}

/** Opens a saved document in two tabs. Returns the second tab. */
async function openBoth(page: Page, context: BrowserContext): Promise<Page> {
  await page.goto('/');
  await nameOf(page).fill('edge');
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  return openSecond(context);
}

test('a second tab is read-only, and can edit a copy without changing the first', async ({
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

  // Each tab keeps its own document across an immediate reload.
  await nameOf(page).fill('first-tab-2');
  await page.reload();
  await second.reload();
  await expect(nameOf(page)).toHaveValue('first-tab-2');
  await expect(nameOf(second)).toHaveValue('second-tab');
  await expect(nameOf(page)).toBeEditable();
  await expect(nameOf(second)).toBeEditable();
});

test('closing the first tab makes the second editable, with the last edits of the first', async ({
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

test('the second tab also takes over a document that was never saved', async ({
  page,
  context,
}) => {
  await page.goto('/');
  await expect(nameOf(page)).toBeVisible();
  const second = await openSecond(context);
  await nameOf(page).fill('edge-web');
  await page.close({ runBeforeUnload: false });
  await expect(second.getByText('The other tab was closed.')).toBeVisible();
  await expect(nameOf(second)).toHaveValue('edge-web');
});

test('late edits of a closed tab are taken over, unless the second tab was edited', async ({
  page,
  context,
}) => {
  const second = await openBoth(page, context);
  // A third tab stands in for the closed one: storage events only come from other tabs.
  const closedTab = await context.newPage();
  await closedTab.goto('/icon.svg');
  const writeUnsaved = (name: string, revision: number) =>
    closedTab.evaluate(
      ([text, newRevision]) => {
        const draft = {
          id: 'first',
          version: 2,
          revision: newRevision,
          savedAt: 0,
          text: JSON.stringify({ name: text }),
        };
        localStorage.setItem('ief-builder.unsaved first', JSON.stringify(draft));
      },
      [name, revision] as const,
    );

  await page.close();
  await expect(nameOf(second)).toBeEditable();
  await writeUnsaved('edge-late', 50);
  await expect(nameOf(second)).toHaveValue('edge-late');
  await nameOf(second).fill('edge-typed');
  await writeUnsaved('edge-later', 60);
  await second.getByLabel('Description').fill('still here');
  await expect(nameOf(second)).toHaveValue('edge-typed');
});
