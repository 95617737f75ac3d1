import { test } from '../../support/attempts.ts';
import { expect } from '../../support/fixtures.ts';
import { findViolations } from '../../support/find-violations.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

test('by keyboard alone: the palette leads to a field and a problem, and Ctrl+Enter creates', async ({
  page,
  wizard,
  review,
  projectId,
}) => {
  await review.openWith(projectId, goodBody({ name: '' }));
  await wizard.goTo('Basics');
  const combobox = page.getByRole('combobox', { name: 'Go to or do' });
  const run = async (words: string, option: RegExp) => {
    await page.keyboard.press('Control+k');
    await expect(combobox).toBeFocused();
    await page.keyboard.type(words);
    await expect(page.getByRole('option', { selected: true })).toHaveText(option);
    await page.keyboard.press('Enter');
    await expect(combobox).toHaveCount(0);
  };
  await run('image', /Image/);
  await expect(page).toHaveURL(/\/new\/containers$/);
  await expect(page.getByLabel('Image')).toBeFocused();
  await run('部署名称', /Deployment name/);
  await expect(page).toHaveURL(/\/new\/basics$/);
  await expect(page.getByLabel('Deployment name')).toBeFocused();
  await page.keyboard.type('edge-web');
  await expect(page.getByText('Step 1 of 8: Basics')).toBeAttached();

  // On another step, the first press only leads to the button.
  await page.keyboard.press('Control+Enter');
  await expect(review.button).toBeFocused();
  expect(review.creates).toHaveLength(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Deployment edge-web was created.')).toBeVisible();
  expect(review.creates).toHaveLength(1);
});

test('the palette and the shortcut sheet violate no axe rule, and Escape returns the focus', async ({
  page,
}) => {
  await storeDocument(page, goodBody());
  await page.goto('/new/containers');
  const image = page.getByLabel('Image');
  await image.focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toBeVisible();
  expect(await findViolations(page), 'the palette').toEqual([]);
  await page.keyboard.type('shortcuts');
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Undo')).toBeVisible();
  expect(await findViolations(page), 'the shortcut sheet').toEqual([]);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await image.focus();
  await page.keyboard.type('?');
  await expect(image).toHaveValue(/\?$/);
  await page.keyboard.press('Control+k');
  await page.keyboard.press('Escape');
  await expect(image).toBeFocused();
  await page.getByRole('heading', { level: 1 }).focus();
  await page.keyboard.press('?');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('edit as text');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'JSON editor' })).toBeVisible();
});
