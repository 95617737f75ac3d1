import { findViolations } from '../../support/find-violations.ts';
import { expect } from '../../support/fixtures.ts';
import { enterToken, test } from '../../support/live-fixtures.ts';
import { goodBody } from '../../support/stored-document.ts';

test.use({ mockEnv: { MOCK_POD_START_MS: '0' } });

test('a failing deployment at a live target is found in the list, explained, and its instance is deleted', async ({
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
});
