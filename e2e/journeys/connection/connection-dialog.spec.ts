import { faults } from '#src/features/connection/mock-fault/faults.ts';
import { test } from '../../support/connection-fixtures.ts';
import { findViolations } from '../../support/find-violations.ts';
import { expect } from '../../support/fixtures.ts';
import { tabTo } from '../../support/focus-driver.ts';
import { ReviewPage } from '../../support/review-page.ts';
import { startMock, startServer } from '../../support/running-servers.ts';
import { goodBody } from '../../support/stored-document.ts';

test('a fault of the mock can be chosen, is shown while active, and can be cleared', async ({
  page,
  panel,
  projectId,
}) => {
  const review = new ReviewPage(page);
  const withFault: string[] = [];
  page.on('request', (request) => {
    const fault = request.headers()['x-mock-fault'];
    if (fault) withFault.push(`${request.method()} ${fault}`);
  });
  await review.openWith(projectId, goodBody());
  await panel.open();
  // And none.
  await expect(panel.fault.getByRole('option')).toHaveCount(faults.length + 1);
  await panel.fault.selectOption({ label: 'Conflict (409)' });
  await expect(
    panel.dialog.getByText('The response says that another request is changing the record.'),
  ).toBeVisible();
  await panel.test();
  await expect(panel.result).toContainText('The connection works.');
  await panel.apply();
  const badge = page.getByRole('group', { name: 'Simulated fault' });
  await expect(badge).toContainText('Conflict (409)');
  await review.submit();
  await expect(review.fact('Code')).toHaveText('MOCK.409001');
  expect(withFault, 'only creates have the header').toEqual(['POST conflict']);

  await badge.getByRole('button', { name: 'Clear the fault “Conflict (409)”' }).click();
  await expect(badge).toHaveCount(0);
  await review.submit();
  await expect(review.panel.getByText('Deployment edge-web was created.')).toBeVisible();
  expect(withFault).toHaveLength(1);
});

test('the top bar shows the current target', async ({ page, panel, running, projectId }) => {
  const mock = await startMock();
  const server = await startServer([
    { id: 'live', label: 'Live one', endpoint: mock.url, auth: { kind: 'token' }, projectId },
  ]);
  running.push(mock, server);
  await page.goto(`${server.url}/`);
  await expect(panel.chip).toContainText('Mock');
  await expect(panel.chip).toContainText('05e1ae…b056 · Professional');
  await panel.open();
  await panel.choose('live');
  await expect(panel.dialog.getByText('A real service.')).toBeVisible();
  await panel.apply();
  await expect(panel.chip).toHaveAccessibleName(
    `Live: Live one, cn-north-4, project ${projectId}, Professional edition. Open connection`,
  );
  const short = `${projectId.slice(0, 6)}…${projectId.slice(-4)}`;
  await expect(panel.chip).toContainText(`cn-north-4 · ${short} · Professional`);
  await expect(page.getByText('Enter a token to load the lists of Live one.')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(panel.chip.getByText('Live', { exact: true })).toBeVisible();
  await expect(panel.chip.getByText(short)).toBeHidden();
});

test('the dialog works with the keyboard and violates no axe rule', async ({ page, panel }) => {
  await page.goto('/');
  await tabTo(page, panel.chip);
  await page.keyboard.press('Enter');
  await tabTo(page, panel.dialog.getByRole('button', { name: 'Test connection' }));
  await page.keyboard.press('Enter');
  await expect(panel.result).toContainText('The connection works.');
  await expect(panel.dialog.getByRole('button', { name: 'Test connection' })).toBeFocused();
  await tabTo(page, panel.dialog.getByText('Add a target'));
  await page.keyboard.press('Enter');
  await panel.dialog.getByLabel('Sign-in').selectOption('aksk');
  await expect(panel.dialog.getByRole('region', { name: 'Targets file' })).toContainText(
    '"secretKeyEnv": "IEF_SECRET_KEY"',
  );
  expect(await findViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findViolations(page)).toEqual([]);
  await tabTo(page, panel.dialog.getByLabel('Project ID'));
  await page.keyboard.press('Enter');
  await expect(panel.dialog).toHaveCount(0);
  await expect(panel.chip).toBeFocused();
});

test.describe('a dialog whose code does not load', () => {
  test.use({ expectedNoise: /^TypeError: Failed to fetch dynamically imported module/ });

  test('shows a loading error and opens later', async ({ page, panel }) => {
    let failedRequests = 0;
    await page.route(/ConnectionSettings[^/]*\.js$/, (route) => {
      failedRequests += 1;
      return route.abort();
    });
    await page.goto('/');
    await page.getByLabel('Deployment name').fill('edge-web');
    await panel.open();
    await expect(page.getByText('A part of the page could not be loaded.')).toBeVisible();
    await expect(page.getByLabel('Deployment name')).toHaveValue('edge-web');
    // Two attempts, preload and click, each with up to two requests: modulepreload and import.
    expect(failedRequests).toBeLessThanOrEqual(4);
    await page.unroute(/ConnectionSettings[^/]*\.js$/);
    await panel.open();
    await expect(panel.dialog).toBeVisible();
  });
});
