import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { makeSelfSigned } from '#src/testing/certificates.ts';
import { test } from '../../support/connection-fixtures.ts';
import { toInputValue } from '../../support/connection-panel.ts';
import { expect } from '../../support/fixtures.ts';
import { startService, startTcpProxy } from '../../support/network.ts';
import { freePort, startMock, startServer } from '../../support/running-servers.ts';

const MINUTE = 60_000;
const TOKEN = 'token-of-the-person';
const auth = { kind: 'token' };

/** A service that answers every request with the same JSON. */
function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  return (_incoming: IncomingMessage, outgoing: ServerResponse) => {
    outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
    outgoing.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

const errorBody = (code: string, message: string) => ({ error_code: code, error_msg: message });

interface FailureCase {
  readonly id: string;
  readonly service: RequestListener;
  readonly failedCheck: string;
  readonly message: string | RegExp;
}

const cases: readonly FailureCase[] = [
  {
    id: 'web-page',
    service: answer(200, '<h1>Sign in</h1>', { 'content-type': 'text/html' }),
    failedCheck: 'Response of the service',
    message: 'A web page or other text arrived instead of a response of IEF',
  },
  {
    id: 'redirect',
    service: answer(302, '', { location: 'http://portal.example.com/' }),
    failedCheck: 'Response of the service',
    message: 'A redirect arrived instead of a response',
  },
  {
    id: 'proxy',
    service: answer(407, {}, { 'proxy-authenticate': 'Basic' }),
    failedCheck: 'Response of the service',
    message: 'The response has an HTTP status that IEF does not use',
  },
  {
    id: 'broken',
    service: (incoming) => incoming.socket.destroy(),
    failedCheck: 'Response of the service',
    message: 'The connection broke before the response was complete',
  },
  {
    id: 'other-service',
    service: answer(200, { status: 'fine' }),
    failedCheck: 'Response of the service',
    message: 'but it is not IEF',
  },
  {
    id: 'signed-late',
    service: answer(401, errorBody('APIGW.0303', 'Incorrect app authentication')),
    failedCheck: 'Clock',
    message: 'The service does not accept the time at which the request was signed',
  },
  {
    id: 'other-project',
    service: answer(400, errorBody('IEF.011005', 'authentication failed')),
    failedCheck: 'Sign-in',
    message: 'The token is valid, but for another project or region.',
  },
  {
    id: 'forbidden',
    service: answer(403, errorBody('APIGW.0302', 'The IAM user is not allowed to access the API')),
    failedCheck: 'Permission',
    message: 'this user has no permission for IEF in this project',
  },
  {
    id: 'no-project',
    service: answer(400, errorBody('IEF.100001', 'PROJECT_ID not found')),
    failedCheck: 'Project and instance',
    message: 'The service does not know this project.',
  },
  {
    id: 'no-instance',
    service: answer(400, errorBody('IEF.100999', 'the instance does not exist')),
    failedCheck: 'Project and instance',
    message: 'does not accept this instance ID',
  },
];

test('the connection test names the failed check for every kind of failure, and changes nothing (S2, S3, S9)', async ({
  page,
  panel,
  running,
}) => {
  // Sixteen targets; one never responds.
  test.slow();
  const mock = await startMock({ MOCK_TOKENS: TOKEN });
  const selfSigned = await startService(answer(200, {}), await makeSelfSigned());
  const plain = await startService(answer(200, {}));
  // Accepts connections and never responds.
  const silent = await startTcpProxy(mock.url);
  silent.silence();
  running.push(mock, selfSigned, plain, silent);
  const failures: (Omit<FailureCase, 'service'> & { endpoint: string })[] = [
    {
      id: 'no-listener',
      endpoint: `http://127.0.0.1:${await freePort()}`,
      failedCheck: 'Host and network',
      message: 'The host refuses the connection',
    },
    {
      id: 'nowhere',
      endpoint: 'https://nowhere.invalid',
      failedCheck: 'Host and network',
      // Without a resolver the lookup may time out instead.
      message: /could not be resolved: it is misspelled|Connecting timed out/,
    },
    {
      id: 'silent',
      endpoint: silent.url.replace('http:', 'https:'),
      failedCheck: 'Host and network',
      message: 'Connecting timed out',
    },
    {
      id: 'self-signed',
      endpoint: selfSigned.url,
      failedCheck: 'TLS and certificate',
      message: 'The certificate of the host is not trusted',
    },
    {
      id: 'no-tls',
      endpoint: plain.url.replace('http:', 'https:'),
      failedCheck: 'TLS and certificate',
      message: 'No TLS connection could be established',
    },
    {
      id: 'real',
      endpoint: mock.url,
      failedCheck: 'Sign-in',
      message: 'The service cannot read the token',
    },
  ];
  for (const { service, ...failure } of cases) {
    const started = await startService(service);
    running.push(started);
    failures.push({ ...failure, endpoint: started.url });
  }
  const server = await startServer(
    failures.map(({ id, endpoint }) => ({ id, label: id, endpoint, auth })),
  );
  running.push(server);
  await page.goto(`${server.url}/`);
  await panel.open();
  for (const { id, failedCheck, message } of failures) {
    await test.step(id, async () => {
      await panel.choose(id);
      await panel.token.fill('some-token');
      await panel.test();
      await expect(panel.result).toContainText(`The connection fails at: ${failedCheck}.`, {
        timeout: 12_000,
      });
      await expect(panel.result).toContainText(message);
      await expect(panel.result).toContainText('Request ID');
      const states = await panel.states();
      expect(states).toHaveLength(8);
      expect(states[0]).toBe('Server of this page: OK');
      expect(states.filter((state) => state.endsWith(': Failed'))).toEqual([
        `${failedCheck}: Failed`,
      ]);
    });
  }

  await test.step('with a valid token every check passes', async () => {
    await panel.choose('real');
    await panel.token.fill(TOKEN);
    await panel.test();
    await expect(panel.result).toContainText('The connection works.');
    expect(await panel.states()).toEqual([
      'Server of this page: OK',
      'Host and network: OK',
      'TLS and certificate: No problem found',
      'Response of the service: OK',
      'Clock: OK',
      'Sign-in: OK',
      'Permission: OK',
      'Project and instance: OK',
    ]);
  });

  await test.step('editing the settings removes the result', async () => {
    await panel.token.fill(`${TOKEN}x`);
    await expect(panel.result).toHaveCount(0);
  });

  await test.step('nothing was applied', async () => {
    await page.keyboard.press('Escape');
    await expect(panel.chip).toHaveAccessibleName(/^Mock: Embedded mock/);
  });

  await test.step('the server of the page is down', async () => {
    await panel.open();
    await server.stop();
    await panel.test();
    await expect(panel.result).toContainText('The server of this page does not respond.');
    expect((await panel.states())[0]).toBe('Server of this page: Failed');
  });
});

test('a refusal by the server of the page is not reported as one by the target', async ({
  page,
  panel,
  running,
}) => {
  const mock = await startMock({ MOCK_TOKENS: TOKEN });
  const port = await freePort();
  const proxy = await startTcpProxy(`http://127.0.0.1:${port}`);
  running.push(mock, proxy);
  const targets = [{ id: 'live', label: 'Live one', endpoint: mock.url, auth }];
  const serverForProxy = await startServer(
    targets,
    { ALLOWED_HOSTS: new URL(proxy.url).host, LIVE_REQUESTS_PER_MINUTE: '1' },
    port,
  );
  await page.goto(`${proxy.url}/`);
  await panel.open();
  await panel.choose('live');
  await panel.token.fill(TOKEN);
  await panel.test();
  await expect(panel.result).toContainText('The connection works.');
  await panel.test();
  await expect(panel.result).toContainText(
    'The server of this page has reached its rate limit for requests to live targets.',
  );
  expect((await panel.states())[0]).toBe('Server of this page: Failed');

  // The same page, with a server that does not accept its address.
  await serverForProxy.stop();
  running.push(await startServer(targets, {}, port));
  await panel.test();
  await expect(panel.result).toContainText(
    'The server does not accept the address this page was opened at.',
  );
});

test('a clock difference is shown in minutes, and a token expires by the clock of the service (S15)', async ({
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
  // 40 minutes left by the clock of this device, 23 by that of the service.
  await panel.validUntil.fill(toInputValue(Date.now() + 40 * MINUTE));
  await panel.test();
  await expect(panel.result).toContainText('The connection works.');
  await expect(panel.result).toContainText(
    'The clock of this device is 16 min behind the service.',
  );
  expect(await panel.states()).toContain('Clock: Warning');
  await expect(panel.dialog.getByText(/Expires in 2[23] min\./)).toBeVisible();
  await panel.apply();
  await expect(page.getByRole('button', { name: /^Token: 2[23] min left/ })).toBeVisible();
});
