import { ConnectionPanel } from '../../support/connection-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { expect, test as base } from '../../support/fixtures.ts';
import {
  freePort,
  startMock,
  startServer,
  type Running,
  type RunningServer,
  type TargetEntry,
} from '../../support/running-servers.ts';
import { readBrowserStorage } from '../../support/browser-storage.ts';

const SECRET = 'secret-of-the-operator-0123456789';
const env = { HELD_PASSWORD: 'canary-password', HELD_AK: 'AKCANARY', HELD_SK: 'canary-secret-key' };

const test = base.extend<{ panel: ConnectionPanel; running: Running[]; held: TargetEntry }>({
  panel: async ({ page }, use) => use(new ConnectionPanel(page)),
  /** Stopped in the end, whatever happens. */
  running: async ({}, use) => {
    const running: Running[] = [];
    await use(running);
    await Promise.all(running.map((one) => one.stop()));
  },
  /** A target that the server opens with a password of its own. */
  held: async ({ running, projectId }, use) => {
    const mock = await startMock({ MOCK_AK: env.HELD_AK, MOCK_SK: env.HELD_SK });
    running.push(mock);
    const auth = byPassword(mock.url);
    await use({ id: 'held', label: 'Held', endpoint: mock.url, projectId, auth });
  },
});

/** The link the server printed when it started. */
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

test('a launch link opens what the server holds, and its secret is nowhere afterwards', async ({
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
  await expect(panel.dialog.getByText('This server signs in itself')).toBeVisible();
  await expect(panel.token).toHaveCount(0);
  await expect(
    panel.dialog.getByText('This browser may use the credentials of this server.'),
  ).toBeVisible();
  await panel.test();
  await expect(panel.result).toContainText('The connection is good.');
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

test('a link with a wrong secret is taken out of the address all the same, and said to be wrong', async ({
  page,
  panel,
  running,
  held,
}) => {
  const server = await startServer([held], env);
  running.push(server);
  await page.goto(`${server.url}/new/target#k=not-the-secret`);
  await expect(page).toHaveURL(`${server.url}/new/target`);
  await expect(page.getByRole('dialog'), 'the mock asks for nothing').toHaveCount(0);

  await panel.open();
  await panel.choose('held');
  await panel.apply();
  const asked = page.getByRole('dialog', { name: 'Enter the access secret' });
  await expect(asked.getByLabel('Access secret')).toBeFocused();
  await expect(asked.getByText('holds a secret this server does not accept')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await asked.getByLabel('Access secret').fill('wrong');
  await page.keyboard.press('Enter');
  await expect(asked.getByText('This is not the secret of this server.')).toBeVisible();

  // Declined, it is a quiet notice. The whole link may be pasted.
  await page.keyboard.press('Escape');
  await expect(page.getByText('Enter its access secret first.')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Enter the access secret' }).click();
  await asked.getByLabel('Access secret').fill(linkOf(server));
  await asked.getByRole('button', { name: 'Enter', exact: true }).click();
  await expect(asked).toHaveCount(0);
  await expect(page.getByRole('group', { name: 'Edge nodes of the project' })).toBeVisible();
});

test('after signing out nothing of the target is shown any more', async ({
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
  const asked = page.getByRole('dialog', { name: 'Enter the access secret' });
  await expect(asked.getByText('The operator of this server has it.')).toBeVisible();
  await asked.getByLabel('Access secret').fill(SECRET);
  await page.keyboard.press('Enter');
  await expect(
    panel.dialog.getByText('This browser may use the credentials of this server.'),
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
  await expect(page.getByText('Enter its access secret first.')).toBeVisible();
});

test('a session that ends is asked for over the form, and the submit goes on', async ({
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
  const asked = page.getByRole('dialog', { name: 'Enter the access secret' });
  await asked.getByLabel('Access secret').fill(SECRET);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Deployment edge-web was created.')).toBeVisible();
});

test('a test tells what the server holds and cannot use', async ({
  page,
  panel,
  running,
  held,
}) => {
  const auth = { kind: 'aksk', accessKeyEnv: 'HELD_AK', secretKeyEnv: 'WRONG' };
  const nobody = `http://127.0.0.1:${await freePort()}`;
  const server = await startServer(
    [
      {
        ...held,
        id: 'wrong-password',
        auth: { ...byPassword(held.endpoint), passwordEnv: 'WRONG' },
      },
      { ...held, id: 'no-iam', auth: byPassword(nobody) },
      { ...held, id: 'wrong-keys', auth },
      { ...held, id: 'good-keys', auth: { ...auth, secretKeyEnv: 'HELD_SK' } },
    ],
    // The mock's IAM takes any password but this one.
    { ...env, WRONG: 'wrong', ACCESS_SECRET: SECRET },
  );
  running.push(server);
  await page.goto(`${server.url}/`);
  await panel.open();
  await panel.choose('good-keys');
  await panel.test();
  await expect(panel.result).toContainText('does not know this browser yet');
  await panel.result.getByRole('button', { name: 'Enter the access secret' }).click();
  await page.getByRole('dialog').getByLabel('Access secret').fill(SECRET);
  await page.keyboard.press('Enter');
  await panel.test();
  await expect(panel.result).toContainText('The connection is good.');

  for (const [target, says] of [
    ['wrong-password', 'IAM refuses the user and password the server holds.'],
    ['no-iam', 'The server could not reach IAM to sign in.'],
    ['wrong-keys', 'The service refuses the access keys the server holds.'],
  ] as const) {
    await panel.choose(target);
    await panel.test();
    await expect(panel.result).toContainText('The connection fails at: Sign-in.');
    await expect(panel.result).toContainText(says);
  }
});
