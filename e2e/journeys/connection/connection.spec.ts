import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { makeSelfSigned } from '#src/testing/certificates.ts';
import { ConnectionPanel, makeToken, toInputValue } from '../../support/connection-panel.ts';
import { findViolations } from '../../support/find-violations.ts';
import { expect, test as base } from '../../support/fixtures.ts';
import { tabTo } from '../../support/focus-driver.ts';
import { ReviewPage } from '../../support/review-page.ts';
import { startTcpProxy, startService } from '../../support/network.ts';
import { freePort, startMock, startServer, type Running } from '../../support/running-servers.ts';
import { goodBody } from '../../support/stored-document.ts';

const MINUTE = 60_000;
const TOKEN = 'token-of-the-person';

const test = base.extend<{ panel: ConnectionPanel; running: Running[] }>({
  panel: async ({ page }, use) => use(new ConnectionPanel(page)),
  /** Stopped in the end, whatever happens. */
  running: async ({}, use) => {
    const running: Running[] = [];
    await use(running);
    await Promise.all(running.map((one) => one.stop()));
  },
});

const auth = { kind: 'token' };

/** A service that gives one JSON answer to everything. */
function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  return (_incoming: IncomingMessage, outgoing: ServerResponse) => {
    outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
    outgoing.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

const refused = (code: string, message: string) => ({ error_code: code, error_msg: message });

interface Case {
  readonly id: string;
  readonly service: RequestListener;
  /** Where it fails. */
  readonly at: string;
  readonly says: string | RegExp;
}

const cases: readonly Case[] = [
  {
    id: 'web-page',
    service: answer(200, '<h1>Sign in</h1>', { 'content-type': 'text/html' }),
    at: 'Answer of the service',
    says: 'A web page or other text came back',
  },
  {
    id: 'redirect',
    service: answer(302, '', { location: 'http://portal.example.com/' }),
    at: 'Answer of the service',
    says: 'A redirect came back instead of an answer',
  },
  {
    id: 'proxy',
    service: answer(407, {}, { 'proxy-authenticate': 'Basic' }),
    at: 'Answer of the service',
    says: 'An HTTP status came back that IEF does not use',
  },
  {
    id: 'broken',
    service: (incoming) => incoming.socket.destroy(),
    at: 'Answer of the service',
    says: 'The connection broke',
  },
  {
    id: 'other-service',
    service: answer(200, { status: 'fine' }),
    at: 'Answer of the service',
    says: 'but not as IEF',
  },
  {
    id: 'signed-late',
    service: answer(401, refused('APIGW.0303', 'Incorrect app authentication')),
    at: 'Clock',
    says: 'The service refuses the time the request was signed at',
  },
  {
    id: 'other-project',
    service: answer(400, refused('IEF.011005', 'authentication failed')),
    at: 'Sign-in',
    says: 'The token is good, but for another project or region.',
  },
  {
    id: 'forbidden',
    service: answer(403, refused('APIGW.0302', 'The IAM user is not allowed to access the API')),
    at: 'Permission',
    says: 'this user may not use IEF in this project',
  },
  {
    id: 'no-project',
    service: answer(400, refused('IEF.100001', 'PROJECT_ID not found')),
    at: 'Project and instance',
    says: 'The service does not know this project.',
  },
  {
    id: 'no-instance',
    service: answer(400, refused('IEF.100999', 'the instance does not exist')),
    at: 'Project and instance',
    says: 'does not take this instance ID',
  },
];

test('a test tells everything apart that can be wrong, and changes nothing (S2, S3, S9)', async ({
  page,
  panel,
  running,
}) => {
  // Sixteen targets, one of which never answers.
  test.slow();
  const mock = await startMock({ MOCK_TOKENS: TOKEN });
  const selfSigned = await startService(answer(200, {}), await makeSelfSigned());
  const plain = await startService(answer(200, {}));
  // It takes every connection, and no word comes back.
  const silent = await startTcpProxy(mock.url);
  silent.silence();
  running.push(mock, selfSigned, plain, silent);
  const all: (Omit<Case, 'service'> & { endpoint: string })[] = [
    {
      id: 'nobody',
      endpoint: `http://127.0.0.1:${await freePort()}`,
      at: 'Host and network',
      says: 'The host is there but refuses the connection',
    },
    {
      id: 'nowhere',
      endpoint: 'https://nowhere.invalid',
      at: 'Host and network',
      // A machine without a resolver may take too long to say so.
      says: /could not be resolved: it is misspelt|No connection came about in time/,
    },
    {
      id: 'silent',
      endpoint: silent.url.replace('http:', 'https:'),
      at: 'Host and network',
      says: 'No connection came about in time',
    },
    {
      id: 'self-signed',
      endpoint: selfSigned.url,
      at: 'TLS and certificate',
      says: 'The certificate of the host is not trusted',
    },
    {
      id: 'no-tls',
      endpoint: plain.url.replace('http:', 'https:'),
      at: 'TLS and certificate',
      says: 'No TLS connection came about',
    },
    { id: 'real', endpoint: mock.url, at: 'Sign-in', says: 'The service cannot read the token' },
  ];
  for (const { service, ...one } of cases) {
    const started = await startService(service);
    running.push(started);
    all.push({ ...one, endpoint: started.url });
  }
  const server = await startServer(
    all.map(({ id, endpoint }) => ({ id, label: id, endpoint, auth })),
  );
  running.push(server);
  await page.goto(`${server.url}/`);
  await panel.open();
  for (const { id, at, says } of all) {
    await test.step(id, async () => {
      await panel.choose(id);
      await panel.token.fill('some-token');
      await panel.test();
      await expect(panel.result).toContainText(`The connection fails at: ${at}.`, {
        timeout: 12_000,
      });
      await expect(panel.result).toContainText(says);
      await expect(panel.result).toContainText('Request ID');
      const states = await panel.states();
      expect(states).toHaveLength(8);
      expect(states[0]).toBe('Server of this page: OK');
      expect(states.filter((state) => state.endsWith(': Failed'))).toEqual([`${at}: Failed`]);
    });
  }

  await test.step('with a good token everything answers', async () => {
    await panel.choose('real');
    await panel.token.fill(TOKEN);
    await panel.test();
    await expect(panel.result).toContainText('The connection is good.');
    expect(await panel.states()).toEqual([
      'Server of this page: OK',
      'Host and network: OK',
      'TLS and certificate: No fault',
      'Answer of the service: OK',
      'Clock: OK',
      'Sign-in: OK',
      'Permission: OK',
      'Project and instance: OK',
    ]);
  });

  await test.step('a result goes when it speaks of something else', async () => {
    await panel.token.fill(`${TOKEN}x`);
    await expect(panel.result).toHaveCount(0);
  });

  await test.step('nothing was applied', async () => {
    await page.keyboard.press('Escape');
    await expect(panel.chip).toHaveAccessibleName(/^Mock: Embedded mock/);
  });

  await test.step('the server of the page itself', async () => {
    await panel.open();
    await server.stop();
    await panel.test();
    await expect(panel.result).toContainText('The server of this page does not answer.');
    expect((await panel.states())[0]).toBe('Server of this page: Failed');
  });
});

test('what the server of the page refuses is told as its refusal, not the target’s', async ({
  page,
  panel,
  running,
}) => {
  const mock = await startMock({ MOCK_TOKENS: TOKEN });
  const port = await freePort();
  const proxy = await startTcpProxy(`http://127.0.0.1:${port}`);
  running.push(mock, proxy);
  const targets = [{ id: 'live', label: 'Live one', endpoint: mock.url, auth }];
  const tolerant = await startServer(
    targets,
    { ALLOWED_HOSTS: new URL(proxy.url).host, LIVE_REQUESTS_PER_MINUTE: '1' },
    port,
  );
  await page.goto(`${proxy.url}/`);
  await panel.open();
  await panel.choose('live');
  await panel.token.fill(TOKEN);
  await panel.test();
  await expect(panel.result).toContainText('The connection is good.');
  await panel.test();
  await expect(panel.result).toContainText(
    'The server of this page sends no more requests to live targets for now.',
  );
  expect((await panel.states())[0]).toBe('Server of this page: Failed');

  // The same page, and a server that was not told of its address.
  await tolerant.stop();
  running.push(await startServer(targets, {}, port));
  await panel.test();
  await expect(panel.result).toContainText(
    'The server does not serve the address this page was opened at.',
  );
});

test('a clock that is off is told in minutes, and the end of a token by the clock of the service (S15)', async ({
  page,
  panel,
  running,
  projectId,
}) => {
  const skewed: RequestListener = (_incoming, outgoing) => {
    const date = new Date(Date.now() + 16.5 * MINUTE).toUTCString();
    answer(200, { count: 0, deployments: [] }, { date })(_incoming, outgoing);
  };
  const service = await startService(skewed);
  const server = await startServer([{ id: 'ahead', label: 'Ahead', endpoint: service.url, auth }]);
  running.push(service, server);
  await page.goto(`${server.url}/`);
  await panel.open();
  await panel.choose('ahead');
  await panel.dialog.getByLabel('Project ID').fill(projectId);
  await panel.token.fill(TOKEN);
  // By the clock of this device it has 40 minutes, by that of the service 23.
  await panel.validUntil.fill(toInputValue(Date.now() + 40 * MINUTE));
  await panel.test();
  await expect(panel.result).toContainText('The connection is good.');
  await expect(panel.result).toContainText(
    'The clock of this device is 16 min behind the service.',
  );
  expect(await panel.states()).toContain('Clock: Look at this');
  await expect(panel.dialog.getByText(/Runs out in 2[23] min\./)).toBeVisible();
  await panel.apply();
  await expect(page.getByRole('button', { name: /^Token: 2[23] min left/ })).toBeVisible();
});

test('a token says itself when it runs out and which project it is for', async ({
  page,
  panel,
  running,
  projectId,
}) => {
  const mock = await startMock();
  const server = await startServer([{ id: 'live', label: 'Live one', endpoint: mock.url, auth }]);
  running.push(mock, server);
  await page.goto(`${server.url}/`);
  await panel.open();
  await panel.choose('live');
  await panel.dialog.getByLabel('Project ID').fill(projectId);
  const end = Date.now() + 5 * 60 * MINUTE;
  const words = { expires_at: new Date(end).toISOString(), project: { id: projectId } };
  await panel.token.fill(makeToken(words));
  await expect(panel.validUntil).toHaveValue(toInputValue(end));
  await expect(
    panel.dialog.getByText(/^Read from the token\. Runs out in 4 h 59 min\./),
  ).toBeVisible();

  await panel.token.fill(makeToken({ ...words, project: { id: 'f'.repeat(32) } }));
  await expect(
    panel.dialog.getByText('The token says it is for project ffffff…ffff, not for the one above.'),
  ).toBeVisible();

  // One that says nothing is taken for a fresh one; what is over is not taken at all.
  await panel.token.fill(TOKEN);
  await expect(
    panel.dialog.getByText(/tokens live 24 hours\. Runs out in 23 h 59 min\./),
  ).toBeVisible();
  await panel.validUntil.fill(toInputValue(Date.now() - 5 * MINUTE));
  await panel.apply();
  await expect(
    panel.dialog.getByText('This time has passed: the token has run out.'),
  ).toBeVisible();
  await expect(panel.validUntil).toBeFocused();
  await panel.validUntil.fill(toInputValue(Date.now() + 60 * MINUTE));
  await panel.apply();
  await expect(panel.dialog).toHaveCount(0);

  // What was typed for one target never reaches another one.
  await panel.open();
  await expect(panel.token).toHaveValue(TOKEN);
  await panel.choose('mock');
  await panel.choose('live');
  await expect(panel.token).toHaveValue(TOKEN);
});

test('a token that runs out is warned of, removed, and asked for again; the submit goes on (S25)', async ({
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
  const left = page.getByRole('button', { name: /^Token: 2[78] min left\. Enter a token$/ });
  await expect(left).toBeVisible();
  await left.click();
  const asked = page.getByRole('dialog', { name: 'Enter a token' });
  await expect(asked.getByLabel('Token')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(left).toBeFocused();

  await page.clock.fastForward('29:30');
  await expect(
    page.getByText('The token has run out and was removed from this page.'),
  ).toBeVisible();
  await page.getByRole('button', { name: /^Create on Live one/ }).click();
  await expect(asked).toContainText('The token has run out');
  await asked.getByLabel('Token').fill('next-token');
  await asked.getByRole('button', { name: 'Use this token' }).click();
  await expect(page.getByText('Deployment edge-web was created.')).toBeVisible();
  await expect(page.getByText('The token has run out and was removed')).toHaveCount(0);
  expect(await wizard.preview()).toMatchObject({ name: 'edge-web' });
});

test('a token leaves the page half an hour after the last input', async ({
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

test('a refused token is a quiet notice over the form, and a new one brings the lists', async ({
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

test('a fault is chosen by its name, shown while it holds, and gone with one click', async ({
  page,
  panel,
  wizard,
  projectId,
}) => {
  const review = new ReviewPage(page);
  const withFault: string[] = [];
  page.on('request', (request) => {
    const fault = request.headers()['x-mock-fault'];
    if (fault) withFault.push(`${request.method()} ${fault}`);
  });
  await review.openWith(wizard, projectId, goodBody());
  await panel.open();
  await expect(panel.fault.getByRole('option')).toHaveCount(20);
  await panel.fault.selectOption({ label: 'Conflict (409)' });
  await expect(
    panel.dialog.getByText('Another request is said to change the record.'),
  ).toBeVisible();
  await panel.test();
  await expect(panel.result).toContainText('The connection is good.');
  await panel.apply();
  const badge = page.getByRole('group', { name: 'Fault for the next creates' });
  await expect(badge).toContainText('Conflict (409)');
  await review.submit();
  await expect(review.fact('Code')).toHaveText('MOCK.409001');
  expect(withFault, 'creates alone carry it').toEqual(['POST conflict']);

  await badge.getByRole('button', { name: 'Clear the fault “Conflict (409)”' }).click();
  await expect(badge).toHaveCount(0);
  await review.submit();
  await expect(review.panel.getByText('Deployment edge-web was created.')).toBeVisible();
  expect(withFault).toHaveLength(1);
});

test('the bar always says where a submit would go', async ({ page, panel, running, projectId }) => {
  const mock = await startMock();
  const server = await startServer([
    { id: 'live', label: 'Live one', endpoint: mock.url, auth, projectId },
  ]);
  running.push(mock, server);
  await page.goto(`${server.url}/`);
  await expect(panel.chip).toContainText('Mock');
  await expect(panel.chip).toContainText('05e1ae…b056 · Professional');
  await panel.open();
  await panel.choose('live');
  await expect(panel.dialog.getByText('A real service.')).toBeVisible();
  await panel.apply();
  await expect(panel.chip).toHaveAccessibleName(
    `Live: Live one, cn-north-4, project ${projectId}, Professional edition. Open connection`,
  );
  const short = `${projectId.slice(0, 6)}…${projectId.slice(-4)}`;
  await expect(panel.chip).toContainText(`cn-north-4 · ${short} · Professional`);
  await expect(
    page.getByText('Nodes, groups and other lists of Live one need your token.'),
  ).toBeVisible();
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(panel.chip.getByText('Live', { exact: true })).toBeVisible();
  await expect(panel.chip.getByText(short)).toBeHidden();
});

test('the panel is used by keyboard alone, and axe finds nothing in it', async ({
  page,
  panel,
}) => {
  await page.goto('/');
  await tabTo(page, panel.chip);
  await page.keyboard.press('Enter');
  await tabTo(page, panel.dialog.getByRole('button', { name: 'Test connection' }));
  await page.keyboard.press('Enter');
  await expect(panel.result).toContainText('The connection is good.');
  await expect(panel.dialog.getByRole('button', { name: 'Test connection' })).toBeFocused();
  await tabTo(page, panel.dialog.getByText('Add a target'));
  await page.keyboard.press('Enter');
  await panel.dialog.getByLabel('Sign-in').selectOption('aksk');
  await expect(panel.dialog.getByRole('region', { name: 'Targets file' })).toContainText(
    '"secretKeyEnv": "IEF_SECRET_KEY"',
  );
  expect(await findViolations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await findViolations(page)).toEqual([]);
  await tabTo(page, panel.dialog.getByLabel('Project ID'));
  await page.keyboard.press('Enter');
  await expect(panel.dialog).toHaveCount(0);
  await expect(panel.chip).toBeFocused();
});

test.describe('code that cannot be loaded', () => {
  test.use({ expectedNoise: /^TypeError: Failed to fetch dynamically imported module/ });

  test('says so in place of the panel, which opens once it can', async ({ page, panel }) => {
    let refusals = 0;
    await page.route(/ConnectionSettings[^/]*\.js$/, (route) => {
      refusals += 1;
      return route.abort();
    });
    await page.goto('/');
    await page.getByLabel('Deployment name').fill('edge-web');
    await panel.open();
    await expect(page.getByText('A part of the page could not be loaded.')).toBeVisible();
    await expect(page.getByLabel('Deployment name')).toHaveValue('edge-web');
    // Two tries: ahead of time, and when it was wanted. Each may ask twice: a modulepreload, then the import.
    expect(refusals).toBeLessThanOrEqual(4);
    await page.unroute(/ConnectionSettings[^/]*\.js$/);
    await panel.open();
    await expect(panel.dialog).toBeVisible();
  });
});
