import { confirmCreate } from '../../support/confirm-create.ts';
import { test as base } from '../../support/connection-fixtures.ts';
import { findViolations } from '../../support/find-violations.ts';
import { expect } from '../../support/fixtures.ts';
import {
  freePort,
  startMock,
  startServer,
  type RunningServer,
  type TargetEntry,
} from '../../support/running-servers.ts';
import { readBrowserStorage } from '../../support/browser-storage.ts';

const SECRET = 'secret-of-the-operator-0123456789';
const env = { HELD_PASSWORD: 'canary-password', HELD_AK: 'AKCANARY', HELD_SK: 'canary-secret-key' };

const test = base.extend<{ held: TargetEntry }>({
  /** A target whose credentials the server holds. */
  held: async ({ running, projectId }, use) => {
    const mock = await startMock({ MOCK_AK: env.HELD_AK, MOCK_SK: env.HELD_SK });
    running.push(mock);
    const auth = byPassword(mock.url);
    await use({ id: 'held', label: 'Held', endpoint: mock.url, projectId, auth });
  },
});

/** The launch link that the server printed. */
function linkOf(server: RunningServer): string {
  const link = /http:\S+#k=\S+/.exec(server.output())?.[0];
  if (link === undefined) throw new Error('the server printed no link');
  return link;
}

function byPassword(iamEndpoint: string) {
  return {
    kind: 'password',
    domain: 'acme',
    user: 'deployer',
    passwordEnv: 'HELD_PASSWORD',
    iamEndpoint,
  };
}

test('a launch link grants access, and its secret is not stored or shown', async ({
  page,
  context,
  panel,
  running,
  held,
}) => {
  const server = await startServer([held], env);
  running.push(server);
  const link = linkOf(server);
  const secret = link.slice(link.indexOf('#k=') + 3);
  expect(secret.length).toBeGreaterThan(20);

  await page.goto(link);
  await expect(page).toHaveURL(`${server.url}/new/basics`);
  await panel.open();
  await panel.choose('held');
  await expect(
    panel.dialog.getByText('This server signs in with its own IAM user and password'),
  ).toBeVisible();
  await expect(panel.token).toHaveCount(0);
  await expect(
    panel.dialog.getByText('This browser can use the credentials of this server.'),
  ).toBeVisible();
  await panel.test();
  await expect(panel.result).toContainText('The connection works.');
  await panel.apply();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goto(`${server.url}/new/target`);
  await expect(page.getByRole('group', { name: 'Edge nodes of the project' })).toBeVisible();

  const visible = await readBrowserStorage(page);
  expect(visible, 'the search finds what is stored').toContain('held');
  for (const hidden of [secret, env.HELD_PASSWORD]) {
    expect(visible).not.toContain(hidden);
    expect(await page.content()).not.toContain(hidden);
  }
  await page.goBack();
  expect(page.url()).not.toContain(secret);
  const [cookie] = await context.cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
});

test('a wrong secret in a launch link is removed from the address and reported', async ({
  page,
  panel,
  running,
  held,
}) => {
  const server = await startServer([held], env);
  running.push(server);
  await page.goto(`${server.url}/new/target#k=not-the-secret`);
  await expect(page).toHaveURL(`${server.url}/new/target`);
  await expect(page.getByRole('dialog'), 'the mock needs no secret').toHaveCount(0);

  await panel.open();
  await panel.choose('held');
  await panel.apply();
  const dialog = page.getByRole('dialog', { name: 'Enter the access secret' });
  await expect(dialog.getByLabel('Access secret')).toBeFocused();
  await expect(dialog.getByText('does not accept the secret in the link')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await dialog.getByLabel('Access secret').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('The access secret is wrong.')).toBeVisible();

  // After Escape only a notice remains. The dialog also accepts the whole link.
  await page.keyboard.press('Escape');
  await expect(page.getByText('Enter the access secret of this server to use')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Enter the access secret' }).click();
  await dialog.getByLabel('Access secret').fill(linkOf(server));
  await dialog.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Edge nodes of the project' })).toBeVisible();
});

test('signing out hides all data of the target', async ({
  page,
  context,
  panel,
  running,
  held,
}) => {
  const server = await startServer([held], { ...env, ACCESS_SECRET: SECRET });
  running.push(server);
  await page.goto(`${server.url}/new/target`);
  await panel.open();
  await panel.choose('held');
  await panel.dialog.getByRole('button', { name: 'Enter the access secret' }).click();
  const dialog = page.getByRole('dialog', { name: 'Enter the access secret' });
  await expect(dialog.getByText('Ask the operator of this server for the secret.')).toBeVisible();
  await dialog.getByLabel('Access secret').fill(SECRET);
  await page.keyboard.press('Enter');
  await expect(
    panel.dialog.getByText('This browser can use the credentials of this server.'),
  ).toBeVisible();
  await panel.apply();
  const nodes = page.getByRole('group', { name: 'Edge nodes of the project' });
  await expect(nodes).toBeVisible();

  await panel.open();
  await panel.dialog.getByRole('button', { name: 'Sign out' }).click();
  await expect(panel.dialog.getByText('Signed out.')).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(nodes).toHaveCount(0);
  await expect(page.getByText('Enter the access secret of this server to use')).toBeVisible();
});

test('an expired session asks for the secret in a dialog, and the submit continues', async ({
  page,
  context,
  panel,
  wizard,
  running,
  held,
}) => {
  const server = await startServer([held], { ...env, ACCESS_SECRET: SECRET });
  running.push(server);
  await page.goto(`${server.url}/#k=${SECRET}`);
  await page.getByLabel('Deployment name').fill('edge-web');
  await panel.open();
  await panel.choose('held');
  await panel.apply();
  await wizard.goTo('Target');
  await page.getByLabel('Edge node', { exact: true }).fill('9ebd8efb-9fdd-44a1-abda-9cdbc287a867');
  await wizard.goTo('Containers');
  await page.getByLabel('Image').fill('nginx:alpine');
  await wizard.goTo('Review');
  await context.clearCookies();
  await page.getByRole('button', { name: /^Create on Held/ }).click();
  await confirmCreate(page);
  const dialog = page.getByRole('dialog', { name: 'Enter the access secret' });
  await dialog.getByLabel('Access secret').fill(SECRET);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Deployment edge-web was created.')).toBeVisible();
});

test('the connection test reports credentials of the server that do not work', async ({
  page,
  panel,
  running,
  held,
}) => {
  const auth = { kind: 'aksk', accessKeyEnv: 'HELD_AK', secretKeyEnv: 'WRONG' };
  const noListener = `http://127.0.0.1:${await freePort()}`;
  const server = await startServer(
    [
      {
        ...held,
        id: 'wrong-password',
        auth: { ...byPassword(held.endpoint), passwordEnv: 'WRONG' },
      },
      { ...held, id: 'no-iam', auth: byPassword(noListener) },
      { ...held, id: 'wrong-keys', auth },
      { ...held, id: 'good-keys', auth: { ...auth, secretKeyEnv: 'HELD_SK' } },
    ],
    // The mock's IAM accepts any password except this one.
    { ...env, WRONG: 'wrong', ACCESS_SECRET: SECRET },
  );
  running.push(server);
  await page.goto(`${server.url}/`);
  await panel.open();
  await panel.choose('good-keys');
  await panel.test();
  await expect(panel.result).toContainText('This browser has no access yet');
  await panel.result.getByRole('button', { name: 'Enter the access secret' }).click();
  await page.getByRole('dialog').getByLabel('Access secret').fill(SECRET);
  await page.keyboard.press('Enter');
  await panel.test();
  await expect(panel.result).toContainText('The connection works.');

  for (const [target, message] of [
    ['wrong-password', 'IAM does not accept the user name and password that the server holds.'],
    ['no-iam', 'The server could not reach IAM to sign in.'],
    ['wrong-keys', 'The service does not accept the access keys that the server holds.'],
  ] as const) {
    await panel.choose(target);
    await panel.test();
    await expect(panel.result).toContainText('The connection fails at: Sign-in.');
    await expect(panel.result).toContainText(message);
  }
});
