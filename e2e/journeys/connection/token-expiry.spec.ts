import { confirmCreate } from '../../support/confirm-create.ts';
import { test } from '../../support/connection-fixtures.ts';
import { makeToken, toInputValue } from '../../support/connection-panel.ts';
import { expect } from '../../support/fixtures.ts';
import { startMock, startServer } from '../../support/running-servers.ts';

const MINUTE = 60_000;
const TOKEN = 'token-of-the-person';
const auth = { kind: 'token' };

test('expiry and project are read from the token', async ({ page, panel, running, projectId }) => {
  const mock = await startMock();
  const server = await startServer([{ id: 'live', label: 'Live one', endpoint: mock.url, auth }]);
  running.push(mock, server);
  await page.goto(`${server.url}/`);
  await panel.open();
  await panel.choose('live');
  await panel.dialog.getByLabel('Project ID').fill(projectId);
  const end = Date.now() + 5 * 60 * MINUTE;
  const content = { expires_at: new Date(end).toISOString(), project: { id: projectId } };
  await panel.token.fill(makeToken(content));
  await expect(panel.validUntil).toHaveValue(toInputValue(end));
  await expect(
    panel.dialog.getByText(/^Read from the token\. Expires in 4 h 59 min\./),
  ).toBeVisible();

  await panel.token.fill(makeToken({ ...content, project: { id: 'f'.repeat(32) } }));
  await expect(
    panel.dialog.getByText('This token is for project ffffff…ffff, not for the project above.'),
  ).toBeVisible();

  // An unreadable token counts as new; an expired one is refused.
  await panel.token.fill(TOKEN);
  await expect(panel.dialog.getByText(/assumed 24 hours\. Expires in 23 h 59 min\./)).toBeVisible();
  await panel.validUntil.fill(toInputValue(Date.now() - 5 * MINUTE));
  await panel.apply();
  await expect(
    panel.dialog.getByText('This time has passed: the token has expired.'),
  ).toBeVisible();
  await expect(panel.validUntil).toBeFocused();
  await panel.validUntil.fill(toInputValue(Date.now() + 60 * MINUTE));
  await panel.apply();
  await expect(panel.dialog).toHaveCount(0);

  // Each target keeps its own input.
  await panel.open();
  await expect(panel.token).toHaveValue(TOKEN);
  await panel.choose('mock');
  await panel.choose('live');
  await expect(panel.token).toHaveValue(TOKEN);
});

test('the page warns before a token expires, removes it, asks for a new one, and the submit continues (S25)', async ({
  page,
  panel,
  wizard,
  running,
  projectId,
}) => {
  const mock = await startMock({ MOCK_TOKENS: `${TOKEN},next-token` });
  const server = await startServer([{ id: 'live', label: 'Live one', endpoint: mock.url, auth }]);
  running.push(mock, server);
  await page.clock.install();
  await page.goto(`${server.url}/new/basics`);
  await page.getByLabel('Deployment name').fill('edge-web');
  await wizard.goTo('Target');
  await page.getByLabel('Edge node', { exact: true }).fill('9ebd8efb-9fdd-44a1-abda-9cdbc287a867');
  await wizard.goTo('Containers');
  await page.getByLabel('Image').fill('nginx:alpine');
  await wizard.goTo('Review');
  await panel.use('live', projectId, TOKEN, Date.now() + 41 * MINUTE);
  await expect(page.getByRole('button', { name: /^Token: / })).toHaveCount(0);

  await page.clock.fastForward('12:00');
  const expiryBadge = page.getByRole('button', { name: /^Token: 2[78] min left\. Enter a token$/ });
  await expect(expiryBadge).toBeVisible();
  await expiryBadge.click();
  const dialog = page.getByRole('dialog', { name: 'Enter a token' });
  await expect(dialog.getByLabel('Token')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(expiryBadge).toBeFocused();

  const heading = page.getByRole('heading', { level: 1 });
  const before = await heading.boundingBox();
  await page.clock.fastForward('29:30');
  await expect(
    page.getByText('The token has expired and was removed from this page.'),
  ).toBeVisible();
  expect(await heading.boundingBox(), 'the notice does not move the form').toEqual(before);
  await page.getByRole('button', { name: /^Create on Live one/ }).click();
  await confirmCreate(page);
  await expect(dialog).toContainText('The token expired at');
  await dialog.getByLabel('Token').fill('next-token');
  await dialog.getByRole('button', { name: 'Use this token' }).click();
  await expect(page.getByText('Deployment edge-web was created.')).toBeVisible();
  await expect(page.getByText('The token has expired and was removed')).toHaveCount(0);
  expect(await wizard.preview()).toMatchObject({ name: 'edge-web' });
});

test('the token is removed after 30 minutes without input', async ({
  page,
  panel,
  running,
  projectId,
}) => {
  const mock = await startMock({ MOCK_TOKENS: TOKEN });
  const server = await startServer([{ id: 'live', label: 'Live one', endpoint: mock.url, auth }]);
  running.push(mock, server);
  await page.clock.install();
  await page.goto(`${server.url}/new/target`);
  await panel.use('live', projectId, TOKEN);
  const nodes = page.getByRole('group', { name: 'Edge nodes of the project' });
  await expect(nodes).toBeVisible();
  await page.clock.fastForward('20:00');
  await page.keyboard.press('Shift');
  await page.clock.fastForward('20:00');
  await expect(nodes).toBeVisible();
  await page.clock.fastForward('31:00');
  const notice = page.getByText(
    'The token was removed from this page after 30 minutes without input.',
  );
  await expect(notice).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Enter a token' }).click();
  await page.getByRole('dialog').getByLabel('Token').fill(TOKEN);
  await page.keyboard.press('Enter');
  await expect(notice).toHaveCount(0);
  await expect(nodes).toBeVisible();
});

test('a refused token shows a notice, and a new token loads the lists', async ({
  page,
  panel,
  running,
  projectId,
}) => {
  const mock = await startMock({ MOCK_TOKENS: TOKEN });
  const server = await startServer([{ id: 'live', label: 'Live one', endpoint: mock.url, auth }]);
  running.push(mock, server);
  await page.goto(`${server.url}/new/target`);
  await panel.use('live', projectId, 'wrong-token');
  await expect(page.getByText('The service does not accept the token')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('main').getByRole('button', { name: 'Enter a token' }).click();
  await page.getByRole('dialog').getByLabel('Token').fill(TOKEN);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Edge nodes of the project' })).toBeVisible();
  await expect(page.getByText('The service does not accept the token')).toHaveCount(0);
});
