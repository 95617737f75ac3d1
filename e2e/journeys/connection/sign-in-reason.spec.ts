import { confirmCreate } from '../../support/confirm-create.ts';
import { ConnectionPanel, toInputValue } from '../../support/connection-panel.ts';
import { expect, test } from '../../support/fixtures.ts';
import { ReviewPage } from '../../support/review-page.ts';
import { startService } from '../../support/network.ts';
import { startServerWithTarget } from '../../support/running-servers.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

const AHEAD_MS = 20 * 60_000;

test('the token dialog gives its reason: no token, a refused one with code and clock, or one that expires soon', async ({
  page,
  projectId,
}) => {
  const service = await startService((_request, answer) => {
    answer.writeHead(401, {
      'content-type': 'application/json',
      date: new Date(Date.now() + AHEAD_MS).toUTCString(),
    });
    const error_msg = 'Incorrect IAM authentication information: signature expired\u202e';
    answer.end(JSON.stringify({ error_code: 'APIGW.0301', error_msg, request_id: 'abc123' }));
  });
  const server = await startServerWithTarget(service.url);
  try {
    await storeDocument(page, goodBody(), server.url);
    await page.goto(`${server.url}/new/review`);
    const panel = new ConnectionPanel(page);
    await panel.open();
    await panel.choose('edge-live');
    await panel.dialog.getByLabel('Project ID').fill(projectId);
    await panel.apply();

    const dialog = page.getByRole('dialog', { name: 'Enter a token' });
    const review = new ReviewPage(page);
    await review.button.click();
    await confirmCreate(page);
    await expect(dialog).toContainText('Edge live requires a token.');
    await expect(dialog).not.toContainText('refused');
    await dialog.getByLabel('Token').fill('a-token');
    await dialog.getByRole('button', { name: 'Use this token' }).click();

    // The create and the lists are refused.
    const expectFullReason = async () => {
      await expect(dialog).toContainText('Edge live refused the token.');
      await expect(dialog).toContainText('APIGW.0301');
      await expect(dialog).toContainText('signature expired[U+202E]');
      await expect(dialog).toContainText('abc123');
      await expect(dialog).toContainText('The message suggests a wrong clock');
      await expect(dialog).toContainText(/The clock of this device is (19|20) min behind/);
      await expect(dialog).toContainText(/The clock of the page’s server is (19|20) min behind/);
    };
    await expectFullReason();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(review.panel).toContainText('a clock is wrong');
    await page.getByRole('main').getByRole('button', { name: 'Enter a token' }).first().click();
    await expectFullReason();
    await dialog.getByRole('button', { name: 'Cancel' }).click();

    // The token expires soon: its badge asks for the next one.
    await page
      .getByRole('banner')
      .getByRole('button', { name: /Open connection$/ })
      .click();
    await panel.token.fill('a-token');
    await panel.validUntil.fill(toInputValue(Date.now() + 20 * 60_000));
    await panel.apply();
    await page.getByRole('button', { name: /^Token: .* min left/ }).click();
    await expect(dialog).toContainText(
      /The current token expires at .*\. The new token replaces it\./,
    );
    await expect(dialog).not.toContainText('refused');
  } finally {
    await Promise.all([server.stop(), service.stop()]);
  }
});
