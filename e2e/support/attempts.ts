import { expect, test as base } from './fixtures.ts';
import { ReviewPage } from './review-page.ts';

/** Texts of the page after `edge-web` was submitted. */
export const created = 'Deployment edge-web was created.';
export const unknown = 'It is not known whether the deployment was created.';
export const foundByLookup = 'The page found the deployment in the list.';

export const test = base.extend<{ review: ReviewPage }>({
  review: async ({ page }, use) => use(new ReviewPage(page)),
});

/** Clicks Create and waits until the request has left the browser; its response must be slow. */
export async function submitAndWait(review: ReviewPage): Promise<void> {
  await review.submit();
  await expect(review.main.getByRole('button', { name: 'Sending…' })).toBeVisible();
  // The button changes before the request leaves.
  await expect.poll(() => review.creates.length).toBe(1);
}

/** Waits until the fault `late-create` takes effect, then moves `page.clock` so that the page looks it up. */
export async function waitForLateCreate(review: ReviewPage, projectId: string): Promise<void> {
  await expect.poll(() => review.deploymentsOf(projectId), { timeout: 25_000 }).toHaveLength(1);
  await review.page.clock.fastForward('00:10');
}
