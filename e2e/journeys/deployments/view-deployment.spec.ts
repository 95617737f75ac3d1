import { created } from '../../support/attempts.ts';
import { confirmCreate } from '../../support/confirm-create.ts';
import { findViolations } from '../../support/find-violations.ts';
import { expect } from '../../support/fixtures.ts';
import { enterToken, test } from '../../support/live-fixtures.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

// Long enough to see it start, also on a busy machine.
test.use({ mockEnv: { MOCK_POD_START_MS: '8000' } });

test('a deployment created at a live target is followed on its page until it runs, and until it is deleted', async ({
  page,
  review,
  live,
}) => {
  await storeDocument(page, goodBody(), live.url);
  await live.open('/new/review');
  await page.getByRole('button', { name: /^Create on Edge live/ }).click();
  await confirmCreate(page);
  await enterToken(page);
  await expect(review.panel.getByText(created)).toBeVisible();
  await review.panel.getByRole('button', { name: 'View deployment' }).click();
  await expect(page).toHaveURL(/\/deployments\/[\w-]+$/);
  const id = page.url().split('/').at(-1);
  await expect(page.getByRole('heading', { level: 1, name: 'edge-web' })).toBeFocused();
  await expect(page).toHaveTitle('edge-web · IEF Deployment Builder');

  const main = page.getByRole('main');
  const pod = page
    .getByRole('table', { name: 'Instances' })
    .getByRole('row', { name: /edge-web-/ });
  // All at once: on a busy machine it no longer starts when the second one is looked for.
  await Promise.all([
    expect(main.getByText('Starting', { exact: true })).toBeVisible(),
    expect(pod.getByRole('cell', { name: 'Pending' })).toBeVisible(),
    expect(main.getByText('0 of 1')).toBeVisible(),
  ]);
  await expect(main.getByText('All instances are ready.')).toBeVisible({ timeout: 15_000 });
  await expect(pod.getByRole('cell', { name: 'Running' })).toBeVisible();
  await expect(main.getByText('1 of 1')).toBeVisible();
  await expect(main.getByText(/^Updated at \d\d:\d\d:\d\d$/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Body' })).toContainText('"edge-web"');
  expect(await findViolations(page)).toEqual([]);

  await page.reload();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await enterToken(page);
  await expect(main.getByText('All instances are ready.')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await findViolations(page)).toEqual([]);
  await live.ask('DELETE', `/${id}`);
  await expect(
    page.getByRole('heading', { name: 'Deployment “edge-web” no longer exists' }),
  ).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.reload();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await enterToken(page);
  await expect(page.getByRole('heading', { name: 'This deployment does not exist' })).toBeVisible();

  // The document is still there.
  await page.getByRole('link', { name: 'Back to the form' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible();
  await expect(page.getByRole('banner').getByText('edge-web')).toBeVisible();
});
