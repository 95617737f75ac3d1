import type { RequestListener } from 'node:http';
import type { Locator, Page } from '@playwright/test';
import { confirmCreate } from '../../support/confirm-create.ts';
import { created, test } from '../../support/attempts.ts';
import { ConnectionPanel } from '../../support/connection-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { expect, type WizardDriver } from '../../support/fixtures.ts';
import { ReviewPage } from '../../support/review-page.ts';
import { startService } from '../../support/network.ts';
import { startServerWithTarget } from '../../support/running-servers.ts';
import { faultTag, goodBody, storeDocument } from '../../support/stored-document.ts';

const deleteAll = async (review: ReviewPage, projectId: string) => {
  const all = (await review.deploymentsOf(projectId)) as unknown as { id: string }[];
  for (const { id } of all) {
    const path = `/ief/mock/v3/${projectId}/edgemgr/deployments/${id}`;
    await review.page.request.delete(path, { headers: { 'X-Ief-Builder': '1' } });
  }
};
const rename = async (wizard: WizardDriver, name: string) => {
  await wizard.goTo('Basics');
  await wizard.page.getByLabel('Deployment name').fill(name);
  await wizard.goTo('Review');
};

test('the outcome shown belongs to the current document and is up to date', async ({
  page,
  wizard,
  review,
  projectId,
}) => {
  test.slow();
  const last = review.panel.getByRole('group', { name: 'Last submission' });
  await review.openWith(projectId, goodBody());
  await review.submit();
  await expect(review.panel.getByText(created)).toBeVisible();
  // The page polls until the deployment runs.
  await expect(review.panel.getByText('1 of 1 instances ready')).toBeVisible({ timeout: 15_000 });
  await expect(review.panel.getByText(/Last checked at \d\d:\d\d:\d\d\./)).toBeVisible();
  // The reloaded list of names contains this deployment; that is not a conflict.
  await expect(page.getByText('No problems were found.')).toBeVisible();
  await expect(page.getByText('already exists')).toHaveCount(0);
  expect(await findViolations(page)).toEqual([]);

  // For another document it is shown as the last submission.
  await rename(wizard, 'edge-two');
  await expect(last.getByText(created)).toBeVisible();
  await expect(review.panel.getByText(created)).toHaveCount(1);
  await page.reload();
  await expect(last.getByText(created)).toBeVisible();
  await last.getByText('Details').click();
  await expect(last.getByText('1 of 1 instances ready')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await rename(wizard, 'edge-web');
  await expect(last).toHaveCount(0);
  await expect(review.panel.getByText(created)).toBeVisible();

  // A new document starts in the first step, without errors and old outcomes.
  await page.getByRole('banner').getByRole('button', { name: 'Start new' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Basics' })).toBeVisible();
  await expect(page.getByLabel('Deployment name')).not.toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Control+z');
  await expect(page.getByLabel('Deployment name')).toHaveValue('edge-web');
  await wizard.goTo('Review');
  await expect(review.panel.getByText(created)).toBeVisible();
  await review.panel.getByRole('button', { name: 'Create another' }).click();
  await expect(page.getByLabel('Deployment name')).toHaveValue('');
  // Now the name conflicts with the existing deployment.
  await page.getByLabel('Deployment name').fill('edge-web');
  await page.getByLabel('Deployment name').blur();
  await expect(page.getByText('A deployment named “edge-web” already exists.')).toBeVisible();
  await wizard.goTo('Review');
  await expect(review.button).toBeVisible();
  await expect(review.panel.getByText(created)).toHaveCount(0);
  expect(review.creates).toHaveLength(1);
});

/**
 * Waits for a text that appears with the next poll. The page schedules a poll only after it shows the last response.
 */
async function waitForNextPoll(page: Page, text: Locator): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward('00:04');
    await expect(text).toBeVisible({ timeout: 1000 });
  }).toPass();
}

test('a deployment deleted elsewhere is reported and can be created again', async ({
  page,
  wizard,
  review,
  projectId,
}) => {
  await page.clock.install();
  await review.openWith(projectId, goodBody({ tags: [faultTag('slow-pull')] }));
  await review.submit();
  await expect(review.panel.getByText('0 of 1 instances ready')).toBeVisible();
  await expect(review.panel.getByText('Checking every few seconds.')).toBeVisible();
  await page.clock.fastForward('05:01');
  await waitForNextPoll(page, review.panel.getByText('Stopped checking.'));
  await review.panel.getByRole('button', { name: 'Check again' }).click();
  await expect(review.panel.getByText('Checking every few seconds.')).toBeVisible();
  await deleteAll(review, projectId);
  await waitForNextPoll(
    page,
    review.panel.getByText('Deployment edge-web was created and has since been deleted.'),
  );
  await review.submit();
  await expect(review.panel.getByText(created)).toBeVisible();
  expect(new Set(review.idempotencyKeys).size).toBe(2);

  // Polling pauses in other steps; Create checks first.
  await wizard.goTo('Basics');
  await deleteAll(review, projectId);
  await page.clock.fastForward('00:01');
  await wizard.goTo('Review');
  await review.submit();
  await expect(review.panel.getByText(created)).toBeVisible();
  await expect.poll(() => new Set(review.idempotencyKeys).size).toBe(3);
  expect(await review.deploymentsOf(projectId)).toHaveLength(1);
});

/** Control, bidi and other invisible characters, except line breaks and tabs. */
const HIDDEN = /[^\P{C}\n\t]/u;

test('the page checks responses and shows invisible characters and long texts safely', async ({
  page,
  wizard,
  projectId,
}) => {
  test.slow();
  const review = new ReviewPage(page);
  const panel = new ConnectionPanel(page);
  let refuses: 'everything' | 'nothing' | 'creates' = 'everything';
  const long = `name\u202E: bad\u0000 \u001B[31m line\n${'very long '.repeat(100_000)}`;
  const shown = 'name[U+202E]: bad[U+0000] [U+001B][31m line very long';
  const node = { id: 'n1', name: 'edge\u202Etxt.exe', state: 'RUN\u2066NING' };
  const listener: RequestListener = (request, answer) => {
    const respond = (status: number, body: unknown) => {
      answer.writeHead(status, { 'Content-Type': 'application/json' });
      answer.end(JSON.stringify(body));
    };
    const isCreate = request.method === 'POST';
    if (refuses === 'everything' || (isCreate && refuses === 'creates'))
      return respond(400, { error_code: 'IEF.100010', error_msg: long });
    if (isCreate) return respond(201, { id: 'abc', name: 'another-name' });
    const path = request.url ?? '';
    if (path.includes('/nodes')) return respond(200, { count: 1, nodes: [node] });
    return respond(200, { count: 0, deployments: [], configmaps: [], secrets: [] });
  };
  const service = await startService(listener);
  const server = await startServerWithTarget(service.url);
  try {
    await page.clock.install();
    await storeDocument(page, goodBody(), server.url);
    await page.goto(`${server.url}/new/review`);
    await panel.open();
    await panel.choose('edge-live');
    await page.getByLabel('Project ID').fill(projectId);
    await panel.token.fill('a-token');
    await page.getByRole('button', { name: 'Test connection' }).click();
    await expect(panel.result).toContainText(shown);
    expect(await panel.result.innerText()).not.toMatch(HIDDEN);
    await panel.apply();
    await wizard.goTo('Target');
    await expect(page.getByText('The list could not be loaded (')).toBeVisible();
    await expect(page.locator('main')).toContainText(shown);
    expect(await page.locator('main').innerText()).not.toMatch(HIDDEN);
    refuses = 'nothing';
    const failedList = page
      .getByRole('status')
      .filter({ hasText: 'The list could not be loaded (' });
    await failedList.getByRole('button', { name: 'Try again' }).click();
    const nodes = page.getByRole('group', { name: 'Edge nodes of the project' });
    await expect(nodes.getByText('edge[U+202E]txt.exe')).toBeVisible();
    await expect(nodes.getByText('RUN[U+2066]NING')).toBeVisible();
    expect(await page.locator('main').innerText()).not.toMatch(HIDDEN);

    await wizard.goTo('Review');
    const create = review.main.getByRole('button', { name: /^Create on Edge live/ });
    await create.click();
    await confirmCreate(page);
    await expect(review.panel.getByText('It is not known whether')).toBeVisible();
    await expect(review.panel.getByText('The response is about another deployment.')).toBeVisible();
    await expect(review.fact('ID in the response')).toHaveText('abc');
    await expect(review.fact('Name')).toHaveText('another-name (sent: edge-web)');
    await page.clock.fastForward('01:01');
    await expect(review.panel.getByText('“edge-web” was not created.')).toBeVisible();
    await expect(review.fact('Name')).toHaveText('another-name (sent: edge-web)');
    expect(review.creates).toHaveLength(1);

    refuses = 'creates';
    await create.click();
    await expect(review.panel.getByText('The deployment was not created.')).toBeVisible();
    const message = review.fact('Message');
    await expect(message).toContainText(shown);
    expect((await message.innerText()).length).toBeLessThan(700);
    await message.getByRole('button', { name: /^Show \d+ more characters$/ }).click();
    await expect(message).toContainText('more characters are not shown.');
    expect((await message.innerText()).length).toBeLessThan(21_000);
    await review.panel.getByText('Request and response').click();
    await expect(review.panel.getByRole('region', { name: 'Response', exact: true })).toBeVisible();
    expect(await page.locator('body').innerText()).not.toMatch(HIDDEN);
  } finally {
    await Promise.all([server.stop(), service.stop()]);
  }
});
