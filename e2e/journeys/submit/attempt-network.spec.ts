import type { BrowserContext, Page } from '@playwright/test';
import { created, unknown } from '../../support/attempts.ts';
import { expect, test as base } from '../../support/fixtures.ts';
import { ReviewPage } from '../../support/review-page.ts';
import { startTcpProxy, type TcpProxy } from '../../support/network.ts';
import { freePort, startServer, type Running } from '../../support/running-servers.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

/** A server of its own, and the line that the browser reaches it by. */
interface Scene {
  review: ReviewPage;
  both: { server: Running; proxy: TcpProxy };
  /** Opens a good document at its review, by the line, ready to be sent. */
  openReview: () => Promise<void>;
}

const test = base.extend<Scene>({
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
      // What the page still waits for on a line that falls silent holds up what is sent after it.
      await proxy.idle();
    }),
});

/** What the mock holds, past the line. */
async function deploymentsAt(server: Running, projectId: string): Promise<number> {
  const answer = await fetch(`${server.url}/ief/mock/v3/${projectId}/edgemgr/deployments`);
  return ((await answer.json()) as { count: number }).count;
}

/** Sends a create that arrives, over a line that brings no answer. */
async function sendUnanswered(
  review: ReviewPage,
  { server, proxy }: Scene['both'],
  projectId: string,
): Promise<void> {
  proxy.silence();
  await review.submit();
  await expect.poll(() => deploymentsAt(server, projectId)).toBe(1);
  await expect(review.panel.getByRole('button', { name: 'Sending…' })).toBeVisible();
}

/** The machine sleeps for an hour, and `meanwhile` happens. */
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

test('offline after it was sent: looked for as soon as the network is back (S44)', async ({
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
  await review.panel.getByRole('button', { name: 'Look now' }).focus();
  proxy.reconnect();
  await context.setOffline(false);
  await expect(review.panel.getByText(created)).toBeVisible();
  // The button is gone; the focus went to what stands in its place.
  expect(await review.panel.evaluate((panel) => panel.contains(document.activeElement))).toBe(true);
  expect(await deploymentsAt(server, projectId)).toBe(1);
  expect(review.creates).toHaveLength(1);
});

test('asleep for an hour while it was sent: looked for on waking (S42)', async ({
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
  // The network comes back a little later than the machine.
  await expect(review.panel.getByText(unknown)).toBeVisible();
  await expect(review.panel.getByText('The list could not be read')).toBeVisible();
  proxy.reconnect();

  await expect(review.panel.getByText(created)).toBeVisible({ timeout: 20_000 });
  await expect(review.panel.getByText('the deployment was found by looking.')).toBeVisible();
  expect(await deploymentsAt(server, projectId)).toBe(1);
  expect(review.creates).toHaveLength(1);
});

test('the browser sends it again by itself when the connection dies: the same answer, one create (S33)', async ({
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
  await review.panel.getByText('Request and answer').click();
  await expect(review.panel.getByRole('region', { name: 'Answer', exact: true })).toContainText(
    'idempotency-replayed: true',
  );
  expect(await deploymentsAt(server, projectId)).toBe(1);
  expect(review.creates, 'the page knows of one').toHaveLength(1);
});

test('asleep for an hour while it is looked for: the first look on waking decides (S42)', async ({
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
  expect(await deploymentsAt(server, projectId)).toBe(0);
  expect(review.creates).toHaveLength(1);
});
