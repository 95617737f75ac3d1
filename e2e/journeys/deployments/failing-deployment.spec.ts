import { readFile } from 'node:fs/promises';
import { findViolations } from '../../support/find-violations.ts';
import { expect } from '../../support/fixtures.ts';
import { enterToken, test } from '../../support/live-fixtures.ts';
import { goodBody } from '../../support/stored-document.ts';

test.use({ mockEnv: { MOCK_POD_START_MS: '0' } });

test('a failing deployment at a live target is found in the list and explained; several are exported, restarted and deleted', async ({
  page,
  live,
}) => {
  expect((await live.ask('POST', '', goodBody(), 'pull-failed')).status).toBe(200);
  await live.open('/deployments');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await enterToken(page);
  await page.getByRole('button', { name: 'Failing 1' }).click();
  await expect(page).toHaveURL(/\/deployments\?state=failing$/);
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('link', { name: 'edge-web' }).click();
  await expect(page.getByRole('heading', { name: /^The image could not be pulled/ })).toBeVisible();
  await expect(page.getByText(/^edgectl diagnose pod edge-web-/)).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  const name = await page.getByRole('rowheader', { name: /^edge-web-/ }).textContent();
  await page.getByRole('button', { name: `Delete ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('The service accepted the deletion.')).toBeVisible();
  await expect(page.getByRole('rowheader', { name: name! })).toBeHidden();

  // All of them, with the quota of the project below.
  expect((await live.ask('POST', '', goodBody({ name: 'edge-db' }))).status).toBe(200);
  await page.getByRole('link', { name: 'All deployments' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'of 500' })).toContainText(
    'Deployments',
  );
  // The list first shows what it read before the create.
  await expect(page.getByRole('link', { name: 'edge-db' })).toBeVisible();
  const all = page.getByRole('checkbox', { name: 'Select all on this page' });
  await all.check();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const exported: unknown = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(exported).toMatchObject([{ name: 'edge-db' }, { name: 'edge-web' }]);
  for (const [action, done] of [
    ['Restart', 'Restart accepted'],
    ['Delete', 'Deleted'],
  ] as const) {
    await all.check();
    await page.getByRole('button', { name: action, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: `${action} 2 deployments?` });
    if (action === 'Delete') await dialog.getByRole('textbox').fill('2');
    await dialog.getByRole('button', { name: action }).click();
    const progress = page.getByRole('dialog', { name: action, exact: true });
    await expect(progress.getByText(done)).toHaveCount(2);
    await progress.getByRole('button', { name: 'Close' }).click();
  }
  await expect(page.getByRole('heading', { name: 'No deployments yet' })).toBeVisible();
});
