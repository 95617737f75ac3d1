import type { Page } from '@playwright/test';
import { expect, test } from '../../support/fixtures.ts';
import { findViolations } from '../../support/find-violations.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

const historyOf = (page: Page) => page.getByRole('region', { name: 'History' });

/** The names of the listed steps, the newest first. */
async function stepNames(page: Page): Promise<string[]> {
  const rows = historyOf(page).getByRole('listitem').locator('button > :first-child');
  return rows.allTextContents();
}

test('form and text share one history that can be jumped in, survives a reload, and goes with its draft', async ({
  page,
  wizard,
}) => {
  await storeDocument(page, goodBody({ container: { envs: [{ name: 'A', value: '1' }] } }));
  await page.goto('/new/basics');
  const name = page.getByLabel('Deployment name');
  await name.fill('edge-two');
  await page.getByRole('button', { name: 'Edit as text' }).click();
  const editor = page.getByRole('textbox', { name: 'JSON editor' });
  await expect(editor).toContainText('"edge-two"');
  await editor.getByText('"1"').click();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('23');
  await page.getByRole('button', { name: 'Close editor' }).click();
  await page.getByLabel('Description').fill('From the form');

  await page.getByRole('button', { name: 'History' }).click();
  await expect(historyOf(page).getByText('Set description')).toBeVisible();
  expect(await stepNames(page)).toEqual([
    'Set description',
    'Changed variable A of web',
    'Changed deployment name',
    'Start of the history',
  ]);
  expect(await findViolations(page)).toEqual([]);
  // Two steps back by the keyboard: the change of the text and that of the form.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(historyOf(page)).toBeHidden();
  await expect(page.getByLabel('Description')).toHaveValue('');
  expect(await wizard.preview()).toMatchObject({
    name: 'edge-two',
    deployment: { template: { containers: [{ envs: [{ name: 'A', value: '1' }] }] } },
  });

  await page.reload();
  await page.getByRole('button', { name: 'History' }).click();
  await expect(historyOf(page).locator('[aria-current]')).toContainText('Changed deployment name');
  await historyOf(page).getByText('Changed variable A of web').click();
  const changed = { deployment: { template: { containers: [{ envs: [{ value: '123' }] }] } } };
  expect(await wizard.preview()).toMatchObject(changed);

  // The changes since the draft was opened. One is reverted on its own, and that is a step.
  await page.getByRole('button', { name: 'Changes', exact: true }).click();
  const changes = page.getByRole('dialog', { name: 'Changes' });
  await changes.getByText('Text', { exact: true }).click();
  await expect(changes.getByRole('region', { name: 'Text' })).toContainText('"value": "123"');
  expect(await findViolations(page)).toEqual([]);
  await changes.getByText('Sentences', { exact: true }).click();
  await changes.getByRole('button', { name: /^Revert: Variable “A”/ }).click();
  await expect(changes).toContainText('The documents are the same.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await wizard.preview()).toMatchObject(changed);
  for (const _ of [1, 2]) await page.getByRole('button', { name: 'Undo' }).click();
  await expect(name).toHaveValue('edge-web');

  // The history and an unfinished text are deleted with the draft.
  const id = await page.evaluate(() => sessionStorage.getItem('ief-builder.document'));
  await page.evaluate((key) => localStorage.setItem(key, '{'), `ief-builder.text.${id}`);
  await page.getByRole('button', { name: 'Drafts' }).click();
  await page.getByRole('button', { name: 'Delete edge-web' }).click();
  await expect(page.getByText('No drafts yet.')).toBeVisible();
  const left = await page.evaluate(
    async (key) => [
      localStorage.getItem(key),
      await new Promise((resolve, reject) => {
        const opening = indexedDB.open('ief-builder-history');
        opening.addEventListener('error', reject);
        opening.addEventListener('success', () => {
          const keys = opening.result
            .transaction('histories')
            .objectStore('histories')
            .getAllKeys();
          keys.addEventListener('success', () => resolve(keys.result));
        });
      }),
    ],
    `ief-builder.text.${id}`,
  );
  expect(left).toEqual([null, []]);
});
