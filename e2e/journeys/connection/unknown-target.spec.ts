import { expect, test } from '../../support/fixtures.ts';
import { holdRequests } from '../../support/hold-requests.ts';
import { startServer, type RunningServer } from '../../support/running-servers.ts';
import { goodBody, storeDocument } from '../../support/stored-document.ts';

let server: RunningServer;
test.beforeAll(async () => {
  const endpoint = 'http://127.0.0.1:9';
  server = await startServer([
    { id: 'edge-live', label: 'Edge live', endpoint, auth: { kind: 'token' } },
  ]);
});
test.afterAll(() => server.stop());

test.beforeEach(async ({ page, projectId }) => {
  await storeDocument(page, goodBody(), server.url);
  const session = { targetId: 'edge-live', projectId, edition: 'professional' };
  await page.evaluate(
    (text) => localStorage.setItem('ief-builder.session', text),
    JSON.stringify(session),
  );
});

test('while targets load, the page does not name a target', async ({ page, wizard }) => {
  const release = await holdRequests(page, '**/api/targets');
  await page.goto(`${server.url}/new/review`);
  const chip = page.getByRole('button', { name: /Open connection$/ });
  const main = page.getByRole('main');
  await expect(chip).toHaveAccessibleName(/^Loading targets… \(last used: edge-live\), project/);
  await expect(main).toContainText('Loading targets from the server…');
  await expect(main.getByRole('button', { name: 'Create', exact: true })).toBeVisible();
  for (const words of [await chip.innerText(), await main.innerText()])
    expect(words).not.toMatch(/mock/i);
  await wizard.openConnection();
  const settings = page.getByRole('dialog', { name: 'Connection' });
  await expect(settings).toContainText('Loading targets from the server…');
  await page.keyboard.press('Escape');
  await wizard.goTo('Target');
  await expect(page.getByText('Loading the list…')).toBeVisible();
  release();
  await expect(chip).toHaveAccessibleName(/^Live: Edge live, cn-north-4, /);
});

test('if targets fail to load, each affected part says so, and the connection dialog can retry', async ({
  page,
  wizard,
}) => {
  await page.route('**/api/targets', (route) => route.abort());
  await page.goto(`${server.url}/new/review`);
  const chip = page.getByRole('button', { name: /Open connection$/ });
  const main = page.getByRole('main');
  await expect(chip).toHaveAccessibleName(/^Targets not loaded \(last used: edge-live\)/, {
    timeout: 15_000,
  });
  await expect(main).toContainText('could not be loaded: the server does not respond');
  for (const words of [await chip.innerText(), await main.innerText()])
    expect(words).not.toMatch(/mock/i);
  await wizard.goTo('Target');
  await expect(page.getByRole('main')).toContainText(
    'The list could not be loaded (the server does not respond).',
  );
  await wizard.openConnection();
  const settings = page.getByRole('dialog', { name: 'Connection' });
  await expect(settings).toContainText('The list of targets could not be loaded: ');
  await page.unroute('**/api/targets');
  await settings.getByRole('button', { name: 'Try again' }).click();
  await expect(settings.getByLabel('Target', { exact: true })).toHaveValue('edge-live');
  await page.keyboard.press('Escape');
  await expect(chip).toHaveAccessibleName(/^Live: Edge live, /, { timeout: 5_000 });
});

test('if the saved target no longer exists, a notice names it and its replacement', async ({
  page,
}) => {
  await page.evaluate(() =>
    localStorage.setItem('ief-builder.session', '{"targetId":"edge-gone","projectId":"x"}'),
  );
  await page.goto(`${server.url}/new/basics`);
  await expect(page.getByRole('alert')).toContainText(
    'The server no longer has the target “edge-gone”. The page now uses Embedded mock.',
  );
});
