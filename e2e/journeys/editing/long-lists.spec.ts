import { expect, test } from '../../support/fixtures.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';
import { openVariables, variables } from '../../support/variables.ts';

test('a list of 60 rows shows its count, can be searched, and scrolls to a problem', async ({
  page,
  wizard,
}) => {
  await openVariables(page, variables(60, 57));
  await expect(page.getByText('60 entries')).toBeVisible();
  await expect(wizard.row('Variable 1')).toBeVisible();
  await expect(wizard.row('Variable 57'), 'only visible rows are rendered').toHaveCount(0);
  await expect(
    page.getByRole('listitem').filter({ has: wizard.row('Variable 1') }),
  ).toHaveAttribute('aria-setsize', '60');

  await page.getByLabel('Search').fill('variable_33');
  await expect(page.getByText('1 of 60')).toBeVisible();
  await expect(wizard.row('Variable 33').getByLabel('Name')).toHaveValue('VARIABLE_33');
  await expect(wizard.row('Variable 1')).toHaveCount(0);
  await wizard.row('Variable 33').getByLabel('Value').fill('found');
  await page.getByLabel('Search').fill('');
  await expect(wizard.row('Variable 1')).toBeVisible();
  expect(await wizard.previewText()).toContain('"found"');

  await wizard.goTo('Review');
  await page.getByRole('region', { name: '1 problem to fix' }).getByRole('button').click();
  const field = wizard.row('Variable 57').getByLabel('Name');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('57 BAD');
  await expect(field).toBeInViewport();
});

test('Submit reaches a problem in a row that the search hides', async ({ page, wizard }) => {
  await openVariables(page, variables(60, 57));
  await page.getByLabel('Search').fill('variable_3');
  await wizard.goTo('Review');
  await page.getByRole('button', { name: /^Create on/ }).click();
  await expect(wizard.row('Variable 57').getByLabel('Name')).toBeFocused();
});

test('a document of thousands of lines is rendered in part and copied in full', async ({
  page,
  wizard,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const body = goodBody({ container: { envs: variables(1000) } });
  await storeDocument(page, body);
  await page.goto('/');
  const preview = page.getByRole('region', { name: 'JSON preview' });
  await expect(preview).toContainText('"edge-web"');
  const renderedLines = (await wizard.previewText()).split('\n').length;
  expect(renderedLines).toBeLessThan(400);

  // Scrolling to the end renders it.
  await preview.evaluate((box) => box.scrollTo({ top: box.scrollHeight }));
  await expect(preview).toContainText('VARIABLE_1000');
  await preview.evaluate((box) => box.scrollTo({ top: 0 }));
  await page.getByLabel('Description').fill('serves pages');
  await expect(preview).toContainText('"serves pages"');

  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('The JSON is on the clipboard.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toEqual({ ...body, description: 'serves pages' });
  expect(copied.split('\n').length).toBeGreaterThan(4000);
});
