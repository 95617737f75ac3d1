import { created, test } from '../../support/attempts.ts';
import { duplicateTab } from '../../support/duplicate-tab.ts';
import { expect } from '../../support/fixtures.ts';
import { ReviewPage } from '../../support/review-page.ts';
import { faultTag, goodBody } from '../../support/stored-document.ts';

test('a second tab shows the request of the first and its outcome, and does not send a copy again (S36, S37)', async ({
  context,
  review,
  projectId,
}) => {
  await review.openWith(projectId, goodBody({ tags: [faultTag('slow')] }));
  await expect(review.button).toHaveAttribute('aria-disabled', 'false');
  const second = new ReviewPage(await duplicateTab(context));
  await second.page.goto('/new/review');
  await expect(second.button).toHaveAttribute('aria-disabled', 'true');
  await review.submit();
  await expect(
    second.panel.getByText('Another tab is working on the submission of “edge-web”.'),
  ).toBeVisible();
  await expect(review.panel.getByText(created)).toBeVisible();
  await expect(second.panel.getByText(created)).toBeVisible();
  const id = await review.fact('ID').innerText();
  await expect(second.fact('ID')).toHaveText(id);

  await second.page.getByRole('button', { name: 'Work on a copy here' }).click();
  await second.submit();
  await expect(
    second.panel.getByText('Exactly this document was already created as “edge-web”.'),
  ).toBeVisible();
  await expect(second.fact('ID')).toHaveText(id);
  expect([...review.creates, ...second.creates]).toHaveLength(1);
  expect(await review.deploymentsOf(projectId)).toHaveLength(1);
});

test('two tabs that submit the same document at the same time create once (S36)', async ({
  context,
  review,
  projectId,
}) => {
  await review.openWith(projectId, goodBody());
  await expect(review.button).toBeVisible();
  const second = new ReviewPage(await duplicateTab(context));
  await second.page.goto('/new/review');
  await second.page.getByRole('button', { name: 'Work on a copy here' }).click();
  await expect(second.button).toHaveAttribute('aria-disabled', 'false');
  await Promise.all([review.submit(), second.submit()]);
  await expect.poll(async () => (await review.deploymentsOf(projectId)).length).toBe(1);
  expect([...review.creates, ...second.creates]).toHaveLength(1);
});

test('if a tab closes during its request, the other tab looks the deployment up (S40)', async ({
  context,
  review,
  projectId,
}) => {
  await review.openWith(projectId, goodBody({ tags: [faultTag('slow')] }));
  await expect(review.button).toBeVisible();
  const second = new ReviewPage(await duplicateTab(context));
  await second.page.goto('/new/review');
  await expect(second.button).toBeVisible();
  await review.submit();
  await expect(second.panel.getByText('Another tab is working on the submission of')).toBeVisible();
  await review.page.close();
  await expect(second.panel.getByText('The page found the deployment in the list.')).toBeVisible({
    timeout: 15_000,
  });
  expect(await second.deploymentsOf(projectId)).toHaveLength(1);
  expect(second.creates).toEqual([]);
});
