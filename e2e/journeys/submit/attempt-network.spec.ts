import type { BrowserContext, Page } from '@playwright/test';
import { created, unknown } from '../../support/attempts.ts';
import { expect, test as base } from '../../support/fixtures.ts';
import { ReviewPage } from '../../support/review-page.ts';
import { startTcpProxy, type TcpProxy } from '../../support/network.ts';
import { freePort, startServer, type Running } from '../../support/running-servers.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

interface Fixtures {
  review: ReviewPage;
  /** A server of this test, and the proxy between it and the browser. */
  both: { server: Running; proxy: TcpProxy };
  /** Opens a valid document in Review, through the proxy, ready to be sent. */
  openReview: () => Promise<void>;
}

const test = base.extend<Fixtures>({
  review: async ({ page }, use) => use(new ReviewPage(page)),
  both: async ({}, use) => {
    const port = await freePort();
    const proxy = await startTcpProxy(`http://127.0.0.1:${port}`);
    const { host } = new URL(proxy.url);
    const server = await startServer([], { ALLOWED_HOSTS: host }, port);
    await use({ server, proxy });
    await Promise.all([proxy.stop(), server.stop()]);
  },
  openReview: async ({ page, wizard, review, both: { proxy }, projectId }, use) =>
    use(async () => {
      await storeDocument(page, goodBody(), proxy.url);
      await page.goto(`${proxy.url}/new/review`);
      await wizard.setProject(projectId);
      await expect(review.button).toHaveAttribute('aria-disabled', 'false');
      // A request that is still open when the proxy goes silent would block later ones.
      await proxy.idle();
    }),
});

/** Number of deployments on the mock, read without the proxy. */
async function countDeployments(server: Running, projectId: string): Promise<number> {
  const answer = await fetch(`${server.url}/ief/mock/v3/${projectId}/edgemgr/deployments`);
  return ((await answer.json()) as { count: number }).count;
}

/** Sends a create that reaches the server; its response never arrives. */
async function sendUnanswered(
  review: ReviewPage,
  { server, proxy }: Fixtures['both'],
  projectId: string,
): Promise<void> {
  proxy.silence();
  await review.submit();
  await expect.poll(() => countDeployments(server, projectId)).toBe(1);
  await expect(review.main.getByRole('button', { name: 'Sending…' })).toBeVisible();
}

/** Simulates an hour of sleep, during which `meanwhile` is called. */
async function sleepAnHour(
  page: Page,
  context: BrowserContext,
  meanwhile: () => void,
): Promise<void> {
  const browser = await context.newCDPSession(page);
  await browser.send('Page.setWebLifecycleState', { state: 'frozen' });
  meanwhile();
  await browser.send('Page.setWebLifecycleState', { state: 'active' });
  await page.clock.fastForward('01:00:00');
}

test('offline during the request: looked up as soon as the network is back (S44)', async ({
  context,
  review,
  openReview,
  both: { server, proxy },
  projectId,
}) => {
  await openReview();
  await sendUnanswered(review, { server, proxy }, projectId);

  await context.setOffline(true);
  proxy.disconnect();
  await expect(review.panel.getByText(unknown)).toBeVisible();
  await expect(review.panel.getByText('The list could not be read')).toBeVisible();
  await review.panel.getByRole('button', { name: 'Check now' }).focus();
  proxy.reconnect();
  await context.setOffline(false);
  await expect(review.panel.getByText(created)).toBeVisible();
  // The focused button is gone; the focus stays in the panel.
  expect(await review.panel.evaluate((panel) => panel.contains(document.activeElement))).toBe(true);
  expect(await countDeployments(server, projectId)).toBe(1);
  expect(review.creates).toHaveLength(1);
});

test('an hour of sleep during the request: looked up after waking (S42)', async ({
  page,
  context,
  review,
  openReview,
  both: { server, proxy },
  projectId,
}) => {
  await page.clock.install();
  await openReview();
  await sendUnanswered(review, { server, proxy }, projectId);

  await sleepAnHour(page, context, () => proxy.disconnect());
  // The network comes back later than the machine.
  await expect(review.panel.getByText(unknown)).toBeVisible();
  await expect(review.panel.getByText('The list could not be read')).toBeVisible();
  proxy.reconnect();

  await expect(review.panel.getByText(created)).toBeVisible({ timeout: 20_000 });
  await expect(review.panel.getByText('The page found the deployment in the list.')).toBeVisible();
  expect(await countDeployments(server, projectId)).toBe(1);
  expect(review.creates).toHaveLength(1);
});

test('the browser resends the request after a broken connection: same response, one create (S33)', async ({
  review,
  openReview,
  both: { server, proxy },
  projectId,
}) => {
  await openReview();
  await sendUnanswered(review, { server, proxy }, projectId);
  proxy.disconnect();
  proxy.reconnect();
  await expect(review.panel.getByText(created)).toBeVisible();
  await review.panel.getByText('Request and response').click();
  await expect(review.panel.getByRole('region', { name: 'Response', exact: true })).toContainText(
    'idempotency-replayed: true',
  );
  expect(await countDeployments(server, projectId)).toBe(1);
  expect(review.creates, 'the page sent one request').toHaveLength(1);
});

test('an hour of sleep during the lookup: the first lookup after waking decides (S42)', async ({
  page,
  context,
  review,
  openReview,
  both: { server, proxy },
  projectId,
}) => {
  await page.clock.install();
  await openReview();
  proxy.disconnect();
  await review.submit();
  await expect(review.panel.getByText(unknown)).toBeVisible();
  await expect(review.panel.getByText('The list could not be read')).toBeVisible();

  await sleepAnHour(page, context, () => proxy.reconnect());
  await expect(review.panel.getByText('“edge-web” was not created.')).toBeVisible();
  expect(await countDeployments(server, projectId)).toBe(0);
  expect(review.creates).toHaveLength(1);
});
