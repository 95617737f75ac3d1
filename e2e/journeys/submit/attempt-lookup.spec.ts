import { json } from 'node:stream/consumers';
import { confirmCreate } from '../../support/confirm-create.ts';
import {
  created,
  foundByLookup,
  test,
  unknown,
  waitForLateCreate,
} from '../../support/attempts.ts';
import { ConnectionPanel } from '../../support/connection-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { expect } from '../../support/fixtures.ts';
import { startService } from '../../support/network.ts';
import { startServerWithTarget } from '../../support/running-servers.ts';
import { faultTag, goodBody, storeDocument } from '../../support/stored-document.ts';

for (const fault of ['lost-answer', 'reset-after', 'cut']) {
  test(`${fault}: a lookup finds the deployment, without a second create (S6, S7)`, async ({
    review,
    projectId,
  }) => {
    await review.openWith(projectId, goodBody({ tags: [faultTag(fault)] }));
    await review.submit();
    await expect(review.panel.getByText(created)).toBeVisible();
    await expect(review.panel.getByText(foundByLookup)).toBeVisible();
    await expect(review.fact('ID')).toHaveText(/^[0-9a-f-]{36}$/);
    expect(await review.deploymentsOf(projectId)).toMatchObject([{ name: 'edge-web' }]);
    expect(review.creates).toHaveLength(1);
  });
}

test('late-create: a later lookup finds the deployment (S45)', async ({
  page,
  wizard,
  review,
  projectId,
}) => {
  await page.clock.install();
  await review.openWith(projectId, goodBody({ tags: [faultTag('late-create')] }));
  await review.submit();
  await expect(review.panel.getByText(unknown)).toBeVisible();
  await expect(review.panel.getByText('it is not in the list yet')).toBeVisible();
  await expect(review.panel.getByText(/^Next check in \d+ s\.$/)).toBeVisible();

  // Clicking the button or visiting other steps neither sends the document nor forgets the attempt.
  await review.button.click({ force: true });
  await wizard.goTo('Basics');
  await page.getByLabel('Description').fill('serves pages');
  await wizard.goTo('Review');
  await expect(review.panel.getByText(unknown)).toBeVisible();
  await expect(review.button).toHaveAttribute('aria-disabled', 'true');

  await waitForLateCreate(review, projectId);
  await expect(review.panel.getByText(created)).toBeVisible({ timeout: 25_000 });
  await expect(review.panel.getByText(foundByLookup)).toBeVisible();
  expect(await review.deploymentsOf(projectId)).toHaveLength(1);
  expect(review.creates).toHaveLength(1);
});

test('the lookup can be stopped and repeated with the keyboard, and the focus stays', async ({
  page,
  review,
  projectId,
}) => {
  await review.openWith(projectId, goodBody({ tags: [faultTag('bad-gateway')] }));
  await review.submit();
  await expect(review.panel.getByText('it is not in the list yet')).toBeVisible();
  const stop = review.panel.getByRole('button', { name: 'Stop checking' });
  await stop.focus();
  await page.keyboard.press('Enter');
  await expect(review.panel.getByText('Stopped checking.')).toBeVisible();
  await expect(stop).toBeFocused();
  const lookNow = review.panel.getByRole('button', { name: 'Check now' });
  const listRequest = page.waitForRequest((request) => request.url().includes('name=edge-web'));
  await lookNow.focus();
  await page.keyboard.press('Space');
  const { searchParams } = new URL((await listRequest).url());
  expect(Object.fromEntries(searchParams)).toEqual({
    name: 'edge-web',
    sort: 'created_at:desc',
    limit: '100',
    offset: '0',
  });
  await expect(review.panel.getByText(/^Next check in \d+ s\.$/)).toBeVisible();
  await expect(lookNow).toBeFocused();

  await review.panel.getByText('Request and response').click();
  await expect(review.panel.getByRole('region', { name: 'Response', exact: true })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

test('two matching deployments are both shown, and the outcome stays open (S47)', async ({
  page,
  review,
  projectId,
}) => {
  // A service whose gateway retries creates every deployment twice.
  const deployments: unknown[] = [];
  let creates = 0;
  const service = await startService(async (incoming, outgoing) => {
    if (incoming.method === 'POST') {
      creates += 1;
      const body = (await json(incoming)) as ReturnType<typeof goodBody>;
      const { deployment, ...rest } = body;
      for (const id of ['first-id', 'second-id'])
        deployments.push({ id, ...rest, ...deployment, created_at: new Date().toISOString() });
      incoming.socket.destroy();
      return;
    }
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify({ count: deployments.length, deployments }));
  });
  const server = await startServerWithTarget(service.url);
  try {
    await storeDocument(page, goodBody(), server.url);
    await page.goto(`${server.url}/new/review`);
    await new ConnectionPanel(page).use('edge-live', projectId, 'some-token');
    await review.button.click();
    await confirmCreate(page);
    await expect(
      review.panel.getByText('It is unclear which deployment this attempt created.'),
    ).toBeVisible();
    await expect(review.fact('ID')).toHaveText(['first-id', 'second-id']);
    await expect(review.fact('Created at')).toHaveCount(2);
    await expect(review.button).toHaveAttribute('aria-disabled', 'true');
    await review.panel.getByRole('button', { name: 'Mark as checked' }).click();
    await expect(review.button).toHaveAttribute('aria-disabled', 'false');
    expect([review.creates.length, creates]).toEqual([1, 1]);
  } finally {
    await Promise.all([server.stop(), service.stop()]);
  }
});

test('after an unknown outcome an edited document can only be sent as a new deployment (S38)', async ({
  page,
  wizard,
  review,
  projectId,
}) => {
  await review.openWith(projectId, goodBody({ tags: [faultTag('gateway-timeout')] }));
  await review.submit();
  await expect(review.panel.getByText(unknown)).toBeVisible();
  await wizard.goTo('Basics');
  await page.getByRole('button', { name: 'Remove tag 1' }).click();
  await wizard.goTo('Review');
  await expect(review.button).toHaveAttribute('aria-disabled', 'true');
  await review.button.click({ force: true });
  expect(review.creates).toHaveLength(1);

  await expect(review.panel.getByText('“edge-web” may already exist.')).toBeVisible();
  await review.panel.getByRole('button', { name: 'Submit as a new deployment' }).click();
  await expect(review.panel.getByText(created)).toBeVisible();
  await expect(review.button).toBeFocused();
  expect(review.idempotencyKeys[0]).not.toBe(review.idempotencyKeys[1]);
  expect(await review.deploymentsOf(projectId)).toHaveLength(1);
});
