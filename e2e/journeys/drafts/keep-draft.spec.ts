import type { Page } from '@playwright/test';
import { expect, test } from '../../support/fixtures.ts';
import { readBrowserStorage } from '../../support/browser-storage.ts';
import {
  goodBody,
  storeDocument,
  storeFirstVersion,
  storeNewerVersion,
} from '../../support/stored-document.ts';

const steps = [
  'Basics',
  'Target',
  'Containers',
  'Volumes',
  'Probes',
  'Resources',
  'Scheduling',
  'Review',
];

const nameOf = (page: Page) => page.getByLabel('Deployment name');
/** A notice at the bottom of the page. */
const notice = (page: Page, words: string | RegExp) =>
  page.getByRole('alert').filter({ hasText: words });

test('typed text survives an immediate reload', async ({ page }) => {
  await page.goto('/');
  for (const name of ['edge', 'edge-web']) {
    await nameOf(page).fill(name);
    await page.reload();
    await expect(nameOf(page)).toHaveValue(name);
  }
  await expect(page.getByText(/Your document from .* was restored/)).toBeVisible();
  await expect(page.getByText('This document is open in another tab.')).toHaveCount(0);
});

test('typed text survives closing the tab', async ({ page, context }) => {
  await page.goto('/');
  await nameOf(page).pressSequentially('edge-web');
  await page.close({ runBeforeUnload: false });
  const next = await context.newPage();
  await next.goto('/');
  await expect(nameOf(next)).toHaveValue('edge-web');
  await expect(nameOf(next)).toBeEditable();
});

test('navigation, back, forward and reload lose no input', async ({ page, wizard }) => {
  await page.goto('/');
  await nameOf(page).fill('edge-web');
  await wizard.goTo('Target');
  await page.getByLabel('Edge node', { exact: true }).fill('9ebd8efb-9fdd-44a1-abda-9cdbc287a867');
  await wizard.goTo('Containers');
  await page.getByLabel('Image').fill('nginx:alpine');
  await wizard.goTo('Resources');
  await page.getByRole('group', { name: 'Limits' }).getByLabel('CPU').fill('0.5');
  const typed = await wizard.previewText();

  for (const step of steps) {
    await wizard.goTo(step);
    await expect(page.getByRole('heading', { level: 1, name: step })).toBeFocused();
  }
  expect(await wizard.previewText()).toBe(typed);

  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/\/new\/resources$/);
  await expect(page.getByRole('group', { name: 'Limits' }).getByLabel('CPU')).toHaveValue('0.5');
  await page.goForward();
  await expect(page.getByRole('heading', { level: 1, name: 'Scheduling' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Scheduling' })).toBeVisible();
  expect(await wizard.previewText()).toBe(typed);
});

test('Start new clears the form, and Undo in the notice restores it', async ({ page, wizard }) => {
  await storeDocument(page, goodBody({ container: { version: '1.0' } }));
  await page.goto('/');
  await expect(nameOf(page)).toHaveValue('edge-web');
  const before = await wizard.previewText();

  await page.getByRole('button', { name: 'Start new' }).click();
  await expect(nameOf(page)).toHaveValue('');
  expect(await wizard.preview()).toMatchObject({ name: '', node_ids: [] });
  await notice(page, 'Started a new deployment.').getByRole('button', { name: 'Undo' }).click();
  await expect(nameOf(page)).toHaveValue('edge-web');
  expect(await wizard.previewText()).toBe(before);

  // Without Undo, a reload opens the new document.
  await page.getByRole('button', { name: 'Start new' }).click();
  await expect(nameOf(page)).toHaveValue('');
  await page.reload();
  await expect(nameOf(page)).toBeVisible();
  expect(await wizard.preview()).toMatchObject({ name: '', node_ids: [] });
});

test('Ctrl+Z and Ctrl+Shift+Z undo and redo across the whole document', async ({
  page,
  wizard,
}) => {
  await page.goto('/');
  await nameOf(page).fill('edge-web');
  await page.getByLabel('Description').fill('serves pages');

  // With the focus in one input, undo reverts the last edit, which was in another input.
  await nameOf(page).focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('Description')).toHaveValue('');
  await expect(nameOf(page)).toHaveValue('edge-web');
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByLabel('Description')).toHaveValue('serves pages');

  // Undo reverts edits of other steps.
  await wizard.goTo('Scheduling');
  await page.getByLabel('Toleration time').fill('300');
  await wizard.goTo('Review');
  const full = await wizard.previewText();
  for (let times = 0; times < 3; times++) await page.keyboard.press('Control+z');
  expect(await wizard.preview()).toMatchObject({ name: '' });
  expect(await wizard.previewText()).not.toMatch(/description|toleration_seconds/);
  for (let times = 0; times < 3; times++) await page.keyboard.press('Control+Shift+z');
  expect(await wizard.previewText()).toBe(full);

  // The button does the same.
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  expect(await wizard.previewText()).not.toContain('toleration_seconds');
});

test('one second of typing is one undo step, and typing after an undo clears redo', async ({
  page,
}) => {
  await page.goto('/');
  await nameOf(page).pressSequentially('edge');
  await page.keyboard.press('Control+z');
  await expect(nameOf(page)).toHaveValue('');
  await nameOf(page).pressSequentially('web');
  await page.keyboard.press('Control+Shift+z');
  await expect(nameOf(page)).toHaveValue('web');
});

test('opens a document in the first storage format', async ({ page }) => {
  await storeFirstVersion(page, { name: 'edge-before' });
  await page.goto('/');
  await expect(nameOf(page)).toHaveValue('edge-before');
  await nameOf(page).fill('edge-after');
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  await page.reload();
  await expect(nameOf(page)).toHaveValue('edge-after');
});

test('data of a newer page is left unchanged, and the page says that it cannot save', async ({
  page,
}) => {
  await storeNewerVersion(page, 'data of a newer page');
  await page.goto('/');
  await nameOf(page).fill('edge-web');
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible();
  await expect(
    page.getByText('A newer version of this page has upgraded the storage'),
  ).toBeVisible();
  await expect(page.getByText('This browser refuses')).toHaveCount(0);
  expect(await readBrowserStorage(page)).toContain('data of a newer page');
  // Closing the page keeps its unsaved edits in localStorage.
  for (const name of ['edge-web', 'edge-next']) {
    await page.reload();
    await expect(nameOf(page)).toHaveValue(name);
    await nameOf(page).fill('edge-next');
  }
  expect(await readBrowserStorage(page)).toContain('data of a newer page');
});

test('if the browser refuses IndexedDB, the form works and says that nothing is saved', async ({
  page,
  wizard,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  await page.goto('/');
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible();
  await expect(
    page.getByText('This browser refuses to store the document. Download the JSON'),
  ).toBeVisible();
  await nameOf(page).fill('edge-web');
  await wizard.goTo('Target');
  await page.getByLabel('Replicas').fill('1');
  await wizard.goTo('Basics');
  await expect(nameOf(page)).toHaveValue('edge-web');
  expect(await wizard.preview()).toMatchObject({ name: 'edge-web' });
});

test('if the storage is full, the page says so and saves again once there is space', async ({
  page,
  baseURL,
}) => {
  const cdp = await page.context().newCDPSession(page);
  const origin = baseURL!;
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await page.goto('/');
  await nameOf(page).fill('edge');
  const fullNotice = page.getByText('The browser has no storage space left for this page.');
  await expect(fullNotice).toBeVisible();
  await expect(page.getByText('Not saved', { exact: true })).toBeVisible();
  await cdp.send('Storage.overrideQuotaForOrigin', { origin });
  await nameOf(page).fill('edge-web');
  await expect(page.getByText('Saved in this browser')).toBeVisible();
  await expect(fullNotice).toHaveCount(0);
  await page.reload();
  await expect(nameOf(page)).toHaveValue('edge-web');
});
