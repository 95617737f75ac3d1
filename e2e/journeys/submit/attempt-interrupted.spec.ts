import {
  created,
  submitAndWait,
  waitForLateCreate,
  test,
  unknown,
} from '../../support/attempts.ts';
import { expect } from '../../support/fixtures.ts';
import type { ReviewPage } from '../../support/review-page.ts';
import { faultTag, goodBody } from '../../support/stored-document.ts';

/** The attempts that the page has recorded. */
async function recordedAttempts(review: ReviewPage): Promise<{ state: string; key: string }[]> {
  return review.page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ief-builder-attempts');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error!);
    });
    const reading = database.transaction('attempts').objectStore('attempts').getAll();
    await new Promise((resolve) => (reading.onsuccess = resolve));
    database.close();
    return reading.result as { state: string; key: string }[];
  });
}

test('slow: a reload during the request finds the deployment, without a second create (S37, S39)', async ({
  page,
  review,
  projectId,
}) => {
  await review.openWith(projectId, goodBody({ tags: [faultTag('slow')] }));
  await submitAndWait(review);
  const [before] = await recordedAttempts(review);
  expect(before!.key).toBe(review.idempotencyKeys[0]);
  await page.reload();
  // The test with `hang` checks the text shown until then.
  await expect(review.panel.getByText(created)).toBeVisible({ timeout: 20_000 });
  expect(await review.deploymentsOf(projectId)).toHaveLength(1);
  expect(review.creates).toHaveLength(1);

  // After another reload the outcome is still known, and Create does not send the document again.
  await page.reload();
  await expect(review.panel.getByText(created)).toBeVisible();
  await expect(review.panel.getByText('The document has not changed since.')).toBeVisible();
  // The details show what was recorded and say what was not.
  await review.panel.getByText('Request and response').click();
  const request = review.panel.getByRole('region', { name: 'Request', exact: true });
  await expect(request).toContainText(`Idempotency-Key: ${before!.key}`);
  await expect(review.panel.getByText('Other headers are not recorded.')).toBeVisible();
  await expect(review.panel.getByText('The full response was not saved')).toBeVisible();
  await review.submit();
  await expect(
    review.panel.getByText('Exactly this document was already created as “edge-web”.'),
  ).toBeVisible();
  expect(await recordedAttempts(review)).toMatchObject([{ state: 'created' }]);
  expect(review.creates).toHaveLength(1);
});

test('hang: leaving the page during the request, not found for a minute, so not created (S17, S39)', async ({
  page,
  review,
  projectId,
}) => {
  await page.clock.install();
  await review.openWith(projectId, goodBody({ tags: [faultTag('hang')] }));
  await submitAndWait(review);
  await page.goto('/new/basics');
  // A notice in another step leads to the outcome.
  await expect(page.getByText('It is not known whether “edge-web” was created.')).toBeVisible();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(review.panel.getByText('it is not in the list yet')).toBeVisible();
  await page.clock.fastForward('01:01');
  await expect(review.panel.getByText('“edge-web” was not created.')).toBeVisible();
  await expect(review.button).toHaveAttribute('aria-disabled', 'false');
  expect(review.creates).toHaveLength(1);
  expect(await review.deploymentsOf(projectId)).toEqual([]);
});

test('after 10 seconds users can stop waiting; the page then looks the deployment up (S13)', async ({
  page,
  review,
  projectId,
}) => {
  await page.clock.install();
  await review.openWith(projectId, goodBody({ tags: [faultTag('hang')] }));
  await submitAndWait(review);
  await expect(review.panel.getByRole('button', { name: 'Stop waiting' })).toHaveCount(0);
  await page.clock.fastForward('00:11');
  await expect(
    review.panel.getByText('The service may still create the deployment.'),
  ).toBeVisible();
  await review.panel.getByRole('button', { name: 'Stop waiting' }).click();
  await expect(review.panel.getByText(unknown)).toBeVisible();
  await expect(review.panel.getByText('You stopped waiting for the response.')).toBeVisible();
  await expect(review.button).toBeFocused();
  expect(review.creates).toHaveLength(1);
});

test('offline: the page says so at once and queues nothing; going online sends nothing (S43)', async ({
  page,
  context,
  review,
  projectId,
}) => {
  await review.openWith(projectId, goodBody());
  await expect(review.button).toBeVisible();
  // Parts that are still loading would fail and be requested again later.
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await review.submit();
  await expect(review.panel.getByText('This device is offline.')).toBeVisible();
  await expect(review.panel.getByText('nothing will be sent later')).toBeVisible();
  await context.setOffline(false);
  await expect(review.panel.getByText('This device is offline.')).toHaveCount(0);
  expect(await page.evaluate(() => navigator.onLine)).toBe(true);
  expect(review.creates).toEqual([]);
  await review.submit();
  await expect(review.panel.getByText(created)).toBeVisible();
  expect(review.creates).toHaveLength(1);
});

test('an attempt that cannot be recorded is only sent after confirmation (S50)', async ({
  page,
  review,
  projectId,
}) => {
  await page.addInitScript(() => {
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')!
      .value as IDBObjectStore['put'];
    IDBObjectStore.prototype.put = function (...args: Parameters<IDBObjectStore['put']>) {
      if (this.name === 'attempts')
        throw new DOMException('The disk is full', 'QuotaExceededError');
      return put.apply(this, args);
    };
  });
  await page.clock.install();
  await review.openWith(projectId, goodBody({ tags: [faultTag('late-create')] }));
  await review.submit();
  await expect(
    review.panel.getByText('This browser could not save a record of the attempt: The disk is full'),
  ).toBeVisible();
  expect(review.creates).toEqual([]);
  await review.panel.getByRole('button', { name: 'Send anyway' }).click();
  await expect(review.panel.getByText('Only this page knows about this attempt.')).toBeVisible();
  await waitForLateCreate(review, projectId);
  await expect(review.panel.getByText(created)).toBeVisible({ timeout: 25_000 });
  expect(review.creates).toHaveLength(1);
  expect(review.idempotencyKeys[0]).toMatch(/^[0-9a-f]{32}$/);
});
