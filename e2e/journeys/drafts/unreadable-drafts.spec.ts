import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/fixtures.ts';
import { readBrowserStorage } from '../../support/browser-storage.ts';
import { storeRaw, type RawDraft } from '../../support/stored-document.ts';

const nameOf = (page: Page) => page.getByLabel('Deployment name');
const saved = (page: Page) => page.getByText('Saved in this browser');
const items = (page: Page) =>
  page.getByRole('list', { name: /stored drafts? cannot be opened/ }).getByRole('listitem');

const head = { version: 2, revision: 5, savedAt: Date.UTC(2026, 0, 2) };
const good = '{"name":"precious work"}';
const deep = '['.repeat(5000) + ']'.repeat(5000);
const truncated = '{"name":"precious work","desc';
const makeUnsaved = (change: object) => JSON.stringify({ id: 'n', ...head, text: good, ...change });

const drafts: readonly RawDraft[] = [
  { id: 'first', head, text: truncated },
  { id: 'object', head, text: { name: 'precious work' } },
  { id: 'empty', head, text: '' },
  { id: 'absent', head },
  { id: 'newer', head: { ...head, version: 3 }, text: good },
  { id: 'deep', head, text: deep },
  { id: 'headless', text: good },
  ...['5', Infinity, 2 ** 53, -1, Number.NaN].map((revision, index) => ({
    id: `revision ${index}`,
    head: { ...head, revision },
    text: good,
  })),
  ...[Number.NaN, 1e300].map((savedAt, index) => ({
    id: `date ${index}`,
    head: { ...head, savedAt },
    text: good,
  })),
];
const notes = {
  n: makeUnsaved({}).replace('"revision":5', '"revision":1e308'),
  'n truncated': makeUnsaved({ id: 'n truncated' }).slice(0, 60),
  'n deep': makeUnsaved({ id: 'n deep', text: deep }),
};
/** The number of drafts with each reason. */
const reasons = {
  'Its text is incomplete or damaged.': 3,
  'Its text is missing.': 2,
  'A newer version of this page stored it.': 1,
  'It is nested more than 1000 levels deep.': 2,
  'The revision or date in its record is not valid.': 9,
};
const COUNT = drafts.length + Object.keys(notes).length;

test('unreadable drafts are kept with a reason, and a new draft is opened and saved', async ({
  page,
}) => {
  await storeRaw(page, drafts, notes);
  await page.goto('/');
  await expect(page.getByText(`${COUNT} stored drafts cannot be opened.`)).toBeVisible();
  for (const [reason, count] of Object.entries(reasons))
    await expect(items(page).filter({ hasText: reason })).toHaveCount(count);
  await expect(page.getByText('Invalid Date')).toHaveCount(0);

  expect(await findViolations(page)).toEqual([]);

  // Saving works, a reload opens the new draft, and the others are unchanged.
  await nameOf(page).fill('edge-web');
  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(nameOf(page)).toHaveValue('edge-web');
  await page.getByRole('button', { name: 'Start new' }).click();
  await expect(nameOf(page)).toHaveValue('');
  await nameOf(page).fill('edge-next');
  await page.reload();
  await expect(nameOf(page)).toHaveValue('edge-next');
  await expect(items(page)).toHaveCount(COUNT);
  expect(await readBrowserStorage(page)).toContain(JSON.stringify(truncated));
  // So does a new tab.
  const next = await page.context().newPage();
  await page.close();
  await next.goto('/');
  await expect(nameOf(next)).toHaveValue('edge-next');
  await expect(items(next)).toHaveCount(COUNT);
});

test('an unreadable draft can be downloaded, opened as far as possible, deleted and hidden', async ({
  page,
}) => {
  const kept = drafts.filter(({ id }) => ['first', 'revision 1', 'newer'].includes(id));
  await storeRaw(page, kept, { n: notes.n });
  await page.goto('/');
  await expect(items(page)).toHaveCount(4);
  const row = (words: string) => items(page).filter({ hasText: words });
  const click = (words: string, button: string) =>
    row(words).getByRole('button', { name: button, exact: true }).click();
  const download = async (words: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), click(words, 'Download')]);
    return readFile(await file.path(), 'utf8');
  };
  expect(await download('incomplete or damaged')).toBe(truncated);
  expect(await download('Last edits of a closed tab')).toBe(notes.n);

  // Only the record beside the text is damaged: the text can be opened. Undo reverts that.
  await expect(row('newer version').getByRole('button', { name: 'Open here' })).toHaveCount(0);
  await click('The revision or date', 'Open here');
  await expect(nameOf(page)).toHaveValue('precious work');
  const undo = page.getByRole('alert').getByRole('button', { name: 'Undo' });
  await undo.click();
  await expect(nameOf(page)).toHaveValue('');

  await click('incomplete or damaged', 'Delete');
  await expect(items(page)).toHaveCount(3);
  await undo.click();
  expect(await download('incomplete or damaged')).toBe(truncated);
  await click('incomplete or damaged', 'Delete');
  await click('Last edits of a closed tab', 'Delete');
  await click('The revision or date', 'Delete');
  // A hidden draft stays hidden and stored.
  await click('newer version', 'Hide');
  await expect(page.getByText('cannot be opened.')).toHaveCount(0);
  await nameOf(page).fill('edge-web');
  await page.reload();
  await expect(nameOf(page)).toHaveValue('edge-web');
  await expect(page.getByText('cannot be opened.')).toHaveCount(0);
  const stored = await readBrowserStorage(page);
  expect(stored).toContain('"version":3');
  expect(stored).not.toContain('precious work\\",\\"desc');
});

test('unsaved edits of an unreadable draft are opened as a new draft', async ({ page }) => {
  const left = makeUnsaved({ id: 'first', text: '{"name":"newer-work"}' });
  await storeRaw(page, [{ id: 'first', head, text: truncated }], { first: left });
  await page.goto('/');
  await expect(nameOf(page)).toHaveValue('newer-work');
  await expect(items(page)).toHaveCount(1);
  await page.reload();
  await expect(nameOf(page)).toHaveValue('newer-work');
  expect(await readBrowserStorage(page)).toContain(JSON.stringify(truncated));
});

test.describe('a draft that breaks the page', () => {
  test.use({ expectedNoise: /broken by the journey|error occurred in/ });

  test('can be set aside, and the page works again', async ({ page }) => {
    await page.addInitScript(() => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!;
      Object.defineProperty(HTMLInputElement.prototype, 'value', {
        ...Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value'),
        set(this: HTMLInputElement, value: string) {
          if (value === 'poison') throw new Error('broken by the journey');
          set!.call(this, value);
        },
      });
    });
    await storeRaw(page, [{ id: 'first', head, text: '{"name":"poison"}' }]);
    await page.goto('/');
    const setAside = page.getByRole('button', { name: 'Set this draft aside' });
    await expect(setAside).toBeVisible();
    await page.reload();
    await setAside.click();
    await expect(items(page)).toHaveText(/The page could not display it/);
    await nameOf(page).fill('edge-web');
    await page.reload();
    await expect(nameOf(page)).toHaveValue('edge-web');
  });
});

test('the page opens with invalid values in any of its other storage keys', async ({ page }) => {
  await page.goto('/icon.svg');
  const values = ['junk', '', '{"found":5,"hidden":[1],"targetId":7}', deep, '9'.repeat(400)];
  for (const value of values) {
    await page.evaluate((junk) => {
      for (const name of ['session', 'language', 'pane', 'set-aside', 'document'])
        localStorage.setItem(`ief-builder.${name}`, junk);
      localStorage.setItem('mui-mode', junk);
      sessionStorage.setItem('ief-builder.document', junk);
    }, value);
    await page.goto('/');
    await expect(nameOf(page)).toBeEditable();
    await expect(page.getByRole('button', { name: /^Theme|theme/i })).toBeVisible();
  }
  await nameOf(page).fill('edge-web');
  await expect(saved(page)).toBeVisible();
});
