import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/fixtures.ts';

const body = {
  name: 'shared',
  future: { key: ['', null] },
  deployment: {
    template: {
      containers: [
        { name: 'a', image_url: 'x', envs: [{ name: 'DB_PASSWORD', value: 'hunter2hunter2' }] },
      ],
    },
  },
};

test('a link without the secrets of its document opens as a new draft beside the one in hand', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Import', exact: true }).first().click();
  await page.getByRole('textbox', { name: 'Text to import' }).fill(JSON.stringify(body));
  await page.getByRole('button', { name: 'Replace document' }).click();
  await page.getByRole('button', { name: 'Share link' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share link' });
  await expect(dialog.getByRole('heading', { name: /^1 value looks like a secret/ })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(await findViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');

  const name = page.getByRole('textbox', { name: 'Deployment name' });
  const preview = page.getByRole('region', { name: 'JSON preview' });
  await name.fill('in-hand');

  await test.step('a damaged link changes nothing', async () => {
    await page.evaluate((address) => window.location.assign(address), link.slice(0, -6));
    const problem = page.getByRole('alertdialog', { name: 'This link cannot be opened' });
    await expect(problem).toContainText('incomplete');
    expect(await findViolations(page)).toEqual([]);
    await problem.getByRole('button', { name: 'Close' }).click();
    await expect(name).toHaveValue('in-hand');
    expect(new URL(page.url()).hash).toBe('');
  });

  await test.step('the link opens a new draft, and the previous one is kept', async () => {
    await page.evaluate((address) => window.location.assign(address), link);
    await expect(name).toHaveValue('shared');
    await expect(preview).toContainText('"future": {');
    await expect(preview).not.toContainText('hunter2');
    expect(new URL(page.url()).hash).toBe('');
    await page.getByRole('button', { name: 'Back to the previous draft' }).click();
    await expect(name).toHaveValue('in-hand');
    await expect(preview).toContainText('hunter2hunter2');
  });

  await test.step('it also opens in a new tab', async () => {
    await page.goto('about:blank');
    await page.goto(link);
    await expect(name).toHaveValue('shared');
    await page.reload();
    await expect(name).toHaveValue('shared');
  });
});
