import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { goodBody, storeDocument } from '../support/stored-document.ts';
import { openVariables, variables } from '../support/variables.ts';

/** The box in which the variables are scrolled. */
function rowsOf(page: Page) {
  return page.getByRole('group', { name: 'Environment variables' }).getByRole('list');
}

/** The names of the variables, in the order of the preview. */
function namesIn(preview: unknown): string[] {
  const body = preview as ReturnType<typeof goodBody>;
  const [container] = body.deployment.template.containers as { envs?: { name: string }[] }[];
  return (container?.envs ?? []).map(({ name }) => name);
}

const moves = [
  { word: 'down', from: 3, to: 11 },
  { word: 'up', from: 18, to: 10 },
];
for (const { word, from, to } of moves) {
  test(`a row is moved ${word} by pressing its button again and again, out of what was in view`, async ({
    page,
    wizard,
  }) => {
    await openVariables(page, variables(20));
    // In view and drawn, however far down.
    await rowsOf(page).evaluate((list, row) => (list.scrollTop = row * 130), from - 3);
    const button = page.getByRole('button', { name: `Move Variable ${from} ${word}`, exact: true });
    await button.focus();
    const step = Math.sign(to - from);
    for (let at = from; at !== to; at += step) {
      await page.keyboard.press('Enter');
      const moved = page.getByRole('button', {
        name: `Move Variable ${at + step} ${word}`,
        exact: true,
      });
      await expect(moved).toBeFocused();
      await expect(moved).toBeInViewport();
    }
    const order = variables(20).map(({ name }) => name);
    const [moved] = order.splice(from - 1, 1);
    order.splice(to - 1, 0, moved!);
    expect(namesIn(await wizard.preview())).toEqual(order);
  });
}

test('a field that is scrolled out of view while it is typed into takes every key', async ({
  page,
  wizard,
}) => {
  await openVariables(page, variables(60));
  const field = wizard.row('Variable 2').getByLabel('Value');
  await field.fill('abc');
  await rowsOf(page).evaluate((list) => (list.scrollTop = 4_000));
  await expect(wizard.row('Variable 1')).toHaveCount(0);
  await expect(field).not.toBeInViewport();
  await page.keyboard.type('def');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('abcdef');
  expect(await wizard.previewText()).toContain('"abcdef"');
});

test('a search stays, and can be taken away, when too few rows are left to begin one', async ({
  page,
  wizard,
}) => {
  await openVariables(page, variables(31));
  const search = page.getByLabel('Search');
  await search.fill('variable_3');
  await expect(page.getByText('3 of 31')).toBeVisible();
  await page.getByRole('button', { name: 'Remove Variable 3', exact: true }).click();
  await expect(page.getByText('2 of 30')).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Remove Variable 29', exact: true }),
    'the row in its place has the focus',
  ).toBeFocused();
  await search.fill('');
  await expect(wizard.row('Variable 1')).toBeVisible();
  await expect(search).toHaveCount(0);
});

test('a row that was found stays while it is changed, also in another language', async ({
  page,
  wizard,
}) => {
  await openVariables(page, variables(60));
  await page.getByLabel('Search').fill('variable_33');
  await wizard.row('Variable 33').getByLabel('Name').fill('OTHER');
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('textbox', { name: '变量名' })).toHaveValue('OTHER');
  await expect(page.getByText('1 / 60')).toBeVisible();
});

test('removing the only row that was found gives the focus to the button that adds one', async ({
  page,
}) => {
  await openVariables(page, variables(60));
  await page.getByLabel('Search').fill('variable_33');
  await page.getByRole('button', { name: 'Remove Variable 33', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('0 of 59')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add variable' })).toBeFocused();
});

test('Enter in a long list of arguments goes to the next one, and adds one behind the last', async ({
  page,
  wizard,
}) => {
  const args = Array.from({ length: 14 }, (_, index) => `--flag-${index + 1}`);
  await storeDocument(page, goodBody({ container: { args } }));
  await page.goto('/new/containers');
  await page.getByLabel('Argument 2', { exact: true }).focus();
  for (let next = 3; next <= 14; next++) {
    await page.keyboard.press('Enter');
    await expect(page.getByLabel(`Argument ${next}`, { exact: true })).toBeFocused();
  }
  expect(await wizard.previewText()).not.toContain('""');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Argument 15', { exact: true })).toBeFocused();
  await page.keyboard.type('--last');
  expect(await wizard.previewText()).toContain('"--last"');
});

test('removing a container gives the focus to the one that is open then, or to Add', async ({
  page,
}) => {
  const body = goodBody();
  const { template } = body.deployment;
  await storeDocument(page, {
    ...body,
    deployment: {
      ...body.deployment,
      template: { ...template, init_containers: [{ name: 'first', image_url: 'busybox' }] },
    },
  });
  await page.goto('/new/containers');
  await page.getByRole('button', { name: /first/ }).first().click();
  await page.getByRole('button', { name: 'Remove first', exact: true }).focus();
  await page.keyboard.press('Enter');
  const containers = page.getByRole('navigation', { name: 'Containers', exact: true });
  await expect(containers.getByRole('button', { name: 'web' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove web', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(containers.getByRole('button').first()).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the first row that is added to a long list takes what is typed', async ({
    page,
    wizard,
  }) => {
    await openVariables(page, variables(60));
    await page.getByRole('button', { name: 'Add variable' }).click();
    const field = wizard.row('Variable 61').getByLabel('Name');
    await expect(field).toBeFocused();
    // Rows are measured meanwhile, and are twice as high as was guessed.
    await page.waitForTimeout(500);
    await page.keyboard.type('ADDED');
    await expect(field).toHaveValue('ADDED');
    await expect(field).toBeInViewport();
  });
});
