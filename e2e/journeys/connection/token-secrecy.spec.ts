import { expect, test } from '../../support/fixtures.ts';
import { startMock, startServerWithTarget } from '../../support/running-servers.ts';
import { readBrowserStorage } from '../../support/browser-storage.ts';

test('mistake 13: the token is never stored or shown', async ({
  page,
  context,
  wizard,
  projectId,
}) => {
  const token = 'MIIxTokenOfThePerson0123456789';
  const mock = await startMock({ MOCK_TOKENS: token });
  const server = await startServerWithTarget(mock.url);
  try {
    await page.goto(`${server.url}/`);
    await page.getByRole('button', { name: /Open connection/ }).click();
    await page.getByLabel('Target', { exact: true }).selectOption('edge-live');
    await page.getByLabel('Project ID').fill(projectId);
    await page.getByLabel('Token').fill(token);
    await expect(page.getByLabel('Token')).toHaveAttribute('type', 'password');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByLabel('Deployment name').fill('edge-web');
    await expect(page.getByText('Saved in this browser')).toBeVisible();

    // The token is in use: the live target shows its nodes.
    await wizard.goTo('Target');
    await expect(page.getByRole('group', { name: 'Edge nodes of the project' })).toBeVisible();

    const stored = await readBrowserStorage(page);
    expect(stored, 'the search covers stored data').toContain(projectId);
    expect(stored, 'the search covers stored data').toContain('edge-web');
    expect(stored).not.toContain(token);
    expect(stored).not.toContain(token.slice(0, 10));
    expect(JSON.stringify(await context.storageState())).not.toContain(token.slice(0, 10));
    expect(await page.content()).not.toContain(token);

    // A reload keeps the connection and forgets the token.
    await page.reload();
    await expect(page.getByRole('button', { name: /^Live: Edge live/ })).toBeVisible();
    await page.getByRole('button', { name: /Open connection/ }).click();
    await expect(page.getByLabel('Project ID')).toHaveValue(projectId);
    await expect(page.getByLabel('Token')).toHaveValue('');
  } finally {
    await Promise.all([server.stop(), mock.stop()]);
  }
});
