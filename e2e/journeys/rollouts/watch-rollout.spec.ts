import { readFile } from 'node:fs/promises';
import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/fixtures.ts';
import { rolloutEnv, startRollout, takeName } from '../../support/rollouts.ts';
import { startServer } from '../../support/running-servers.ts';

interface Report {
  readonly nodes: readonly object[];
}

test('a failure stops a rollout; after the cause is fixed, it is retried, resumed, reported and rolled back', async ({
  page,
}) => {
  const server = await startServer([], await rolloutEnv(12));
  try {
    await page.goto(`${server.url}/rollouts`);
    await expect(page.getByRole('heading', { name: 'No rollouts yet' })).toBeVisible();
    const obstacle = await takeName(server.url, 'edge-web-4');
    const id = await startRollout(server.url, 12, { waves: [4, '100%'] });
    await page.getByRole('link', { name: /^edge-web-1|^Create on 12 nodes/ }).click();
    await expect(page.getByText('Stopped: 1 failed, the limit is 1')).toBeVisible({
      timeout: 15_000,
    });
    await page.getByRole('button', { name: 'Show the 1 failed' }).click();
    const failed = page.getByRole('row', { name: /edge-web-4/ });
    await expect(failed).toContainText('A deployment of this name already existed.');
    await page.getByRole('button', { name: /^mock-node-/ }).click();
    await expect(page.getByText('name_taken')).toBeVisible();
    expect(await findViolations(page)).toEqual([]);

    await page.request.delete(obstacle, { headers: { 'X-Ief-Builder': '1' } });
    await page.getByRole('button', { name: 'Retry 1 failed' }).click();
    await expect(page.getByRole('heading', { name: 'edge-web-4' })).toBeVisible();
    // Only a finished one can be removed.
    await expect(page.getByRole('button', { name: 'Remove record…' })).toBeVisible({
      timeout: 15_000,
    });
    await page.getByRole('link', { name: 'an earlier rollout' }).click();
    await expect(page).toHaveURL(`${server.url}/rollouts/${id}`);
    await expect(page.getByRole('link', { name: /^Retry/ })).toBeVisible();

    await page.getByRole('button', { name: 'Resume…' }).click();
    await expect(page.getByLabel('Failure limit')).toHaveValue('2');
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Resume', exact: true }).click();
    // One of its nodes has failed, so the next wave waits for a person.
    await expect(page.getByText(/^Less than 100% of the nodes became ready/)).toBeVisible();
    await page.getByRole('button', { name: 'Continue with wave 2' }).click();
    await expect(page.getByRole('button', { name: 'Remove record…' })).toBeVisible({
      timeout: 15_000,
    });
    await expect(page.getByLabel('11 ready, 1 failed').first()).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download report as CSV' }).click();
    expect((await download).suggestedFilename()).toBe(`rollout-${id.slice(0, 8)}.csv`);
    const second = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download report as JSON' }).click();
    const report = JSON.parse(await readFile(await (await second).path(), 'utf8')) as Report;
    expect(report).toMatchObject({ id, state: 'done', counts: { ready: 11, failed: 1 } });
    expect(report.nodes[3]).toMatchObject({ state: 'failed', errorCode: 'name_taken' });

    await page.getByRole('button', { name: 'Roll back…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Roll back' }).click();
    await expect(page.getByText(/^Delete 11 deployments\./)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Remove record…' })).toBeVisible({
      timeout: 15_000,
    });
    await expect(page.getByLabel('11 deleted').first()).toBeVisible();

    await page.goto(`${server.url}/rollouts`);
    const rolledBack = page.getByRole('row').filter({ hasText: 'Rolled back' });
    await expect(rolledBack.getByRole('link')).toHaveAttribute('href', `/rollouts/${id}`);
  } finally {
    await server.stop();
  }
});
