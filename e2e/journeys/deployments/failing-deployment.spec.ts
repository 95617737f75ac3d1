import { test } from '../../support/attempts.ts';
import { findViolations } from '../../support/find-violations.ts';
import { expect } from '../../support/fixtures.ts';
import { startServer } from '../../support/running-servers.ts';
import { goodBody } from '../../support/stored-document.ts';

test('a failing deployment is found in the list, explained, and its instance is deleted', async ({
  page,
}) => {
  const server = await startServer([], { MOCK_POD_START_MS: '0' });
  try {
    const project = '05e1aef9040010e22fccc009adecb056';
    const created = await page.request.post(
      `${server.url}/ief/mock/v3/${project}/edgemgr/deployments`,
      {
        headers: { 'X-Ief-Builder': '1', 'X-Mock-Fault': 'pull-failed' },
        data: goodBody(),
      },
    );
    expect(created.ok()).toBe(true);
    await page.goto(`${server.url}/deployments`);
    await page.getByRole('button', { name: 'Failing 1' }).click();
    await expect(page).toHaveURL(/\/deployments\?state=failing$/);
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'edge-web' }).click();
    await expect(
      page.getByRole('heading', { name: /^The image could not be pulled/ }),
    ).toBeVisible();
    await expect(page.getByText(/^edgectl diagnose pod edge-web-/)).toBeVisible();
    expect(await findViolations(page)).toEqual([]);
    const name = await page.getByRole('rowheader', { name: /^edge-web-/ }).textContent();
    await page.getByRole('button', { name: `Delete ${name}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText('The service accepted the deletion.')).toBeVisible();
    await expect(page.getByRole('rowheader', { name: name! })).toBeHidden();
  } finally {
    await server.stop();
  }
});
