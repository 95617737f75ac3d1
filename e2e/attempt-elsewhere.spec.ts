import { ConnectionPanel } from './connection-panel.ts';
import { findViolations } from './find-violations.ts';
import { expect, test } from './fixtures.ts';
import { ReviewPage } from './review-page.ts';
import { startMock, startRecorder, startServer, type Arrival } from './running-servers.ts';
import { faultTag, goodBody, storeDocument } from './stored-document.ts';

const auth = { kind: 'token' };
const tokensAt = (arrivals: readonly Arrival[]) => [
  ...new Set(arrivals.map(({ headers }) => headers['x-auth-token'])),
];

test('an attempt at another target is looked for with a token for that target alone (S27)', async ({
  page,
  projectId,
}) => {
  const panel = new ConnectionPanel(page);
  const review = new ReviewPage(page);
  const mocks = await Promise.all(
    ['for-north', 'for-south'].map((token) =>
      startMock({ MOCK_TOKENS: token, MOCK_LATE_MS: '12000' }),
    ),
  );
  const [north, south] = await Promise.all(mocks.map(({ url }) => startRecorder(url)));
  const server = await startServer([
    { id: 'north', label: 'IEF North', endpoint: north!.url, auth, projectId },
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
    await storeDocument(page, goodBody({ tags: [faultTag('late-create')] }), server.url);
    await page.goto(`${server.url}/new/review`);
    await use('north', 'for-north');
    await review.panel.getByRole('button', { name: /^Create on IEF North/ }).click();
    await expect(review.panel.getByText('It is not known whether')).toBeVisible();
    await expect(review.panel.getByText('it is not in the list yet')).toBeVisible();

    await use('south', 'for-south');
    await expect(
      review.panel.getByText('The token of another connection is never sent there.'),
    ).toBeVisible();
    await expect(askNorth).toBeVisible();
    await expect(page.getByRole('dialog'), 'nobody is interrupted').toHaveCount(0);
    // The lists of the south have been read with its own token meanwhile.
    await expect.poll(() => tokensAt(south!.arrivals)).toEqual(['for-south']);
    expect(await findViolations(page)).toEqual([]);

    // A page that was reloaded has no token at all, and asks nobody.
    const before = north!.arrivals.length;
    await page.reload();
    await expect(askNorth).toBeVisible();
    await use('south', 'for-south');
    await expect(askNorth).toBeVisible();
    expect(north!.arrivals).toHaveLength(before);

    await askNorth.click();
    const dialog = page.getByRole('dialog', { name: 'Enter a token' });
    await expect(dialog).toContainText('IEF North');
    await expect(dialog).toContainText('Used only to look for your deployment on IEF North');
    await dialog.getByLabel('Token').fill('for-north');
    await dialog.getByRole('button', { name: 'Use this token' }).click();
    await expect(review.panel.getByText('Deployment edge-web was created.')).toBeVisible({
      timeout: 25_000,
    });

    await expect(review.panel.getByText('It was sent to IEF North (live), region')).toBeVisible();
    await expect(panel.chip, 'the connection is as it was').toContainText('IEF South');
    expect(north!.arrivals.length).toBeGreaterThan(before);
    expect(tokensAt(north!.arrivals)).toEqual(['for-north']);
    expect(tokensAt(south!.arrivals)).toEqual(['for-south']);
    const creates = [...north!.arrivals, ...south!.arrivals].filter((one) => one.method === 'POST');
    expect(creates).toHaveLength(1);
  } finally {
    await server.stop();
    await Promise.all([north!.stop(), south!.stop(), ...mocks.map((mock) => mock.stop())]);
  }
});
