import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/fixtures.ts';
import { rolloutEnv, startRollout } from '../../support/rollouts.ts';
import { startServer } from '../../support/running-servers.ts';

test('a rollout is found in the list and watched until it is done', async ({ page }) => {
  const server = await startServer([], await rolloutEnv(20));
  try {
    await page.goto(`${server.url}/rollouts`);
    await expect(page.getByRole('heading', { name: 'No rollouts yet' })).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
    await startRollout(server.url, 20, { waves: [1, '100%'] });
    await page.getByRole('link', { name: /^edge-web-1|^Create on 20 nodes/ }).click();
    await expect(page.getByText('Done', { exact: true })).toBeVisible();
    await page.getByRole('searchbox', { name: 'Search nodes' }).fill('edge-web-20');
    await expect(page.getByRole('row', { name: /edge-web-20/ })).toContainText('Ready');
    expect(await findViolations(page)).toEqual([]);
    await page.reload();
    await expect(page.getByText('Done', { exact: true })).toBeVisible();
  } finally {
    await server.stop();
  }
});
