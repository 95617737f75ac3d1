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
const torn = '{"name":"precious work","desc';
const note = (change: object) => JSON.stringify({ id: 'n', ...head, text: good, ...change });

const drafts: readonly RawDraft[] = [
  { id: 'first', head, text: torn },
  { id: 'object', head, text: { name: 'precious work' } },
  { id: 'empty', head, text: '' },
  { id: 'absent', head },
  { id: 'newer', head: { ...head, version: 3 }, text: good },
  { id: 'deep', head, text: deep },
  { id: 'headless', text: good },
  ...['5', Infinity, 2 ** 53, -1, Number.NaN].map((revision, at) => ({
    id: `revision ${at}`,
    head: { ...head, revision },
    text: good,
  })),
  ...[Number.NaN, 1e300].map((savedAt, at) => ({
    id: `date ${at}`,
    head: { ...head, savedAt },
    text: good,
  })),
];
const notes = {
  n: note({}).replace('"revision":5', '"revision":1e308'),
  'n torn': note({ id: 'n torn' }).slice(0, 60),
  'n deep': note({ id: 'n deep', text: deep }),
};
/** How many of them each reason is given for. */
const reasons = {
  'Its text is incomplete or damaged.': 3,
  'Its text is missing.': 2,
  'A newer version of this page stored it.': 1,
  'It is nested more than 1000 levels deep.': 2,
  'The revision or date in its record is not valid.': 9,
};
const COUNT = drafts.length + Object.keys(notes).length;

test('drafts that cannot be opened are kept and say why; a new one opens and is saved', async ({
  page,
}) => {
  await storeRaw(page, drafts, notes);
  await page.goto('/');
  await expect(page.getByText(`${COUNT} stored drafts cannot be opened.`)).toBeVisible();
  for (const [reason, count] of Object.entries(reasons))
    await expect(items(page).filter({ hasText: reason })).toHaveCount(count);
  await expect(page.getByText('Invalid Date')).toHaveCount(0);

  expect(await findViolations(page)).toEqual([]);

  // Saving goes on, a reload finds the new draft, and the others are as they were.
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
  expect(await readBrowserStorage(page)).toContain(JSON.stringify(torn));
  // In a new tab as well.
  const next = await page.context().newPage();
  await page.close();
  await next.goto('/');
  await expect(nameOf(next)).toHaveValue('edge-next');
  await expect(items(next)).toHaveCount(COUNT);
});

test('a draft that cannot be opened is downloaded, opened in part, deleted and hidden', async ({
  page,
}) => {
  const kept = drafts.filter(({ id }) => ['first', 'revision 1', 'newer'].includes(id));
  await storeRaw(page, kept, { n: notes.n });
  await page.goto('/');
  await expect(items(page)).toHaveCount(4);
  const row = (words: string) => items(page).filter({ hasText: words });
  const press = (words: string, button: string) =>
    row(words).getByRole('button', { name: button, exact: true }).click();
  const download = async (words: string) => {
    const [file] = await Promise.all([page.waitForEvent('download'), press(words, 'Download')]);
    return readFile(await file.path(), 'utf8');
  };
  expect(await download('incomplete or damaged')).toBe(torn);
  expect(await download('Last edits of a closed tab')).toBe(notes.n);

  // Only what is stored beside the text is damaged: the text itself comes into the form, and goes again.
  await expect(row('newer version').getByRole('button', { name: 'Open here' })).toHaveCount(0);
  await press('The revision or date', 'Open here');
  await expect(nameOf(page)).toHaveValue('precious work');
  const undo = page.getByRole('alert').getByRole('button', { name: 'Undo' });
  await undo.click();
  await expect(nameOf(page)).toHaveValue('');

  await press('incomplete or damaged', 'Delete');
  await expect(items(page)).toHaveCount(3);
  await undo.click();
  expect(await download('incomplete or damaged')).toBe(torn);
  await press('incomplete or damaged', 'Delete');
  await press('Last edits of a closed tab', 'Delete');
  await press('The revision or date', 'Delete');
  // What was hidden does not come back, and stays stored.
  await press('newer version', 'Hide');
  await expect(page.getByText('cannot be opened.')).toHaveCount(0);
  await nameOf(page).fill('edge-web');
  await page.reload();
  await expect(nameOf(page)).toHaveValue('edge-web');
  await expect(page.getByText('cannot be opened.')).toHaveCount(0);
  const stored = await readBrowserStorage(page);
  expect(stored).toContain('"version":3');
  expect(stored).not.toContain('precious work\\",\\"desc');
});

test('what a closed tab left of a draft that cannot be read comes back as a new draft', async ({
  page,
}) => {
  const left = note({ id: 'first', text: '{"name":"newer-work"}' });
  await storeRaw(page, [{ id: 'first', head, text: torn }], { first: left });
  await page.goto('/');
  await expect(nameOf(page)).toHaveValue('newer-work');
  await expect(items(page)).toHaveCount(1);
  await page.reload();
  await expect(nameOf(page)).toHaveValue('newer-work');
  expect(await readBrowserStorage(page)).toContain(JSON.stringify(torn));
});

test.describe('a draft that the page cannot display', () => {
  test.use({ expectedNoise: /broken by the journey|error occurred in/ });

  test('is set aside, and the page works again', async ({ page }) => {
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

test('whatever lies under the other names of the page, it opens and remembers anew', async ({
  page,
}) => {
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
