import { confirmCreate } from '../../support/confirm-create.ts';
import { expect, test } from '../../support/fixtures.ts';
import { ReviewPage } from '../../support/review-page.ts';
import { startMock, startServerWithTarget } from '../../support/running-servers.ts';

test('after a refused token a dialog asks for another, and the same attempt continues (S26)', async ({
  page,
  wizard,
  projectId,
}) => {
  const review = new ReviewPage(page);
  const mock = await startMock({ MOCK_TOKENS: 'token-of-today' });
  const server = await startServerWithTarget(mock.url);
  try {
    await page.goto(`${server.url}/`);
    await wizard.openConnection();
    await page.getByLabel('Target', { exact: true }).selectOption('edge-live');
    await page.getByLabel('Project ID').fill(projectId);
    await page.getByLabel('Token').fill('token-of-yesterday');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByLabel('Deployment name').fill('edge-web');
    await wizard.goTo('Target');
    await page
      .getByLabel('Edge node', { exact: true })
      .fill('9ebd8efb-9fdd-44a1-abda-9cdbc287a867');
    await wizard.goTo('Containers');
    await page.getByLabel('Image').fill('nginx:alpine');
    await wizard.goTo('Review');
    await expect(page.getByText('No problems were found.')).toBeVisible();
    await expect(
      review.main.getByRole('button', {
        name: `Create on Edge live (live, cn-north-4, project …${projectId.slice(-6)}, professional)`,
      }),
    ).toBeVisible();

    await review.button.click();
    await confirmCreate(page);
    const dialog = page.getByRole('dialog', { name: 'Enter a token' });
    await expect(dialog).toBeVisible();
    await dialog.getByLabel('Token').fill('token-of-today');
    await dialog.getByRole('button', { name: 'Use this token' }).click();
    await expect(review.panel.getByText('Deployment edge-web was created.')).toBeVisible();

    expect(review.idempotencyKeys).toHaveLength(2);
    expect(review.idempotencyKeys[1]).toBe(review.idempotencyKeys[0]);
    const listed = await fetch(`${mock.url}/v3/${projectId}/edgemgr/deployments`, {
      headers: { 'X-Auth-Token': 'token-of-today' },
    });
    expect(await listed.json()).toMatchObject({ count: 1, deployments: [{ name: 'edge-web' }] });

    // The details of request and response hide both tokens.
    await review.panel.getByText('Request and response').click();
    await expect(review.panel.getByRole('region', { name: 'Request', exact: true })).toContainText(
      'X-Auth-Token: [token]',
    );
    expect(await page.content()).not.toContain('token-of-');
  } finally {
    await Promise.all([server.stop(), mock.stop()]);
  }
});
