import { confirmCreate } from '../../support/confirm-create.ts';
import { ConnectionPanel } from '../../support/connection-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/fixtures.ts';
import { ReviewPage } from '../../support/review-page.ts';
import { startTcpProxy, startRecorder, type RecordedRequest } from '../../support/network.ts';
import { startMock, startServer } from '../../support/running-servers.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

const auth = { kind: 'token' };
const tokensOf = (requests: readonly RecordedRequest[]) => [
  ...new Set(requests.map(({ headers }) => headers['x-auth-token'])),
];

test('the lookup of an attempt at another target only uses a token for that target (S27)', async ({
  page,
  projectId,
}) => {
  test.slow();
  const panel = new ConnectionPanel(page);
  const review = new ReviewPage(page);
  const mocks = await Promise.all(
    ['for-north', 'for-south'].map((token) => startMock({ MOCK_TOKENS: token })),
  );
  const [north, south] = await Promise.all(mocks.map(({ url }) => startRecorder(url)));
  const proxy = await startTcpProxy(north!.url);
  const server = await startServer([
    { id: 'north', label: 'IEF North', endpoint: proxy.url, auth, projectId },
    { id: 'south', label: 'IEF South', endpoint: south!.url, auth, projectId },
  ]);
  const use = async (target: string, token: string) => {
    await panel.open();
    await panel.choose(target);
    await panel.token.fill(token);
    await panel.apply();
  };
  const askNorth = review.panel.getByRole('button', { name: 'Enter a token for IEF North' });
  try {
    await page.goto(`${server.url}/icon.svg`);
    await storeDocument(page, goodBody(), server.url);
    await page.goto(`${server.url}/new/review`);
    await use('north', 'for-north');
    // The create request arrives, its response is lost, and lookups fail for a while.
    await proxy.idle();
    proxy.silence();
    await review.main.getByRole('button', { name: /^Create on IEF North/ }).click();
    await confirmCreate(page);
    const countOnNorth = async () => {
      const headers = { 'x-auth-token': 'for-north' };
      const url = `${mocks[0]!.url}/v3/${projectId}/edgemgr/deployments`;
      return ((await (await fetch(url, { headers })).json()) as { count: number }).count;
    };
    await expect.poll(countOnNorth).toBe(1);
    proxy.disconnect();
    await expect(review.panel.getByText('It is not known whether')).toBeVisible();
    await expect(review.panel.getByText('The list could not be read')).toBeVisible();

    await use('south', 'for-south');
    await expect(
      review.panel.getByText('A token for another connection is never sent there.'),
    ).toBeVisible();
    await expect(askNorth).toBeVisible();
    await expect(page.getByRole('dialog'), 'no dialog opens by itself').toHaveCount(0);
    // The lists of the south target are read with its own token.
    await expect.poll(() => tokensOf(south!.requests)).toEqual(['for-south']);
    expect(await findViolations(page)).toEqual([]);

    proxy.reconnect();
    // After a reload the page has no token and sends no requests.
    const before = north!.requests.length;
    await page.reload();
    await expect(askNorth).toBeVisible();
    await use('south', 'for-south');
    await expect(askNorth).toBeVisible();
    expect(north!.requests).toHaveLength(before);

    await askNorth.click();
    const dialog = page.getByRole('dialog', { name: 'Enter a token' });
    await expect(dialog).toContainText('IEF North');
    await expect(dialog).toContainText('Used only to look up your deployment on IEF North');
    await dialog.getByLabel('Token').fill('for-north');
    await dialog.getByRole('button', { name: 'Use this token' }).click();
    await expect(review.panel.getByText('Deployment edge-web was created.')).toBeVisible();

    await expect(review.panel.getByText('It was sent to IEF North (live), region')).toBeVisible();
    await expect(panel.chip, 'the connection is unchanged').toContainText('IEF South');
    expect(north!.requests.length).toBeGreaterThan(before);
    expect(tokensOf(north!.requests)).toEqual(['for-north']);
    expect(tokensOf(south!.requests)).toEqual(['for-south']);
    const creates = [...north!.requests, ...south!.requests].filter(
      ({ method }) => method === 'POST',
    );
    expect(creates).toHaveLength(1);
  } finally {
    await Promise.all([server.stop(), proxy.stop()]);
    await Promise.all([north!.stop(), south!.stop(), ...mocks.map((mock) => mock.stop())]);
  }
});
