import { expect, test as base } from './fixtures.ts';
import { ReviewPage } from './review-page.ts';

/** The page's words for the outcomes of a create of `edge-web`. */
export const created = 'Deployment edge-web was created.';
export const unknown = 'It is not known whether the deployment was created.';
export const foundByLooking = 'the deployment was found by looking.';

/** A journey that submits. */
export const test = base.extend<{ review: ReviewPage }>({
  review: async ({ page }, use) => use(new ReviewPage(page)),
});

/** Presses the button, and waits until the one create has left the browser and its answer has not come. */
export async function submitAndWait(review: ReviewPage): Promise<void> {
  await review.submit();
  await expect(review.panel.getByRole('button', { name: 'Sending…' })).toBeVisible();
  // The button says so before the request leaves.
  await expect.poll(() => review.creates.length).toBe(1);
}
