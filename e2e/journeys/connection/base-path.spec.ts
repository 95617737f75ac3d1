import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAuthority } from '#src/testing/certificates.ts';
import { expect, test } from '../../support/fixtures.ts';
import { hasNginx, startNginx } from '../../load/nginx.mjs';
import { freePort, startMock, startServer, type Running } from '../../support/running-servers.ts';
import { readBrowserStorage } from '../../support/browser-storage.ts';

const SECRET = 'secret-of-the-operator-0123456789';

test.use({ ignoreHTTPSErrors: true });

/** Two builders at two paths of one HTTPS host, behind nginx. */
async function startTwoBuilders(projectId: string, paths: readonly [string, string]) {
  expect(hasNginx(), 'nginx is available').toBe(true);
  const running: Running[] = [];
  const env = { HELD_AK: 'AKCANARY', HELD_SK: 'canary-secret-key' };
  const mock = await startMock({ MOCK_AK: env.HELD_AK, MOCK_SK: env.HELD_SK });
  running.push(mock);
  const auth = { kind: 'aksk', accessKeyEnv: 'HELD_AK', secretKeyEnv: 'HELD_SK' };
  const target = { id: 'held', label: 'Held', endpoint: mock.url, projectId, auth };
  const port = await freePort();
  const origin = `https://127.0.0.1:${port}`;
  const locations: string[] = [];
  for (const path of paths) {
    const server = await startServer([target], {
      ...env,
      ACCESS_SECRET: SECRET,
      BASE_PATH: path,
      PUBLIC_ORIGIN: origin,
      TRUSTED_PROXIES: '127.0.0.1',
    });
    running.push(server);
    locations.push(`location ${path}/ {
      proxy_pass ${server.url};
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
    }`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'ief-base-path-'));
  const { cert, key } = await (await makeAuthority()).issue({ addresses: ['127.0.0.1'] });
  writeFileSync(join(folder, 'tls.crt'), cert);
  writeFileSync(join(folder, 'tls.key'), key);
  const nginx = await startNginx(
    `server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${folder}/tls.crt; ssl_certificate_key ${folder}/tls.key;
    ${locations.join('\n')}
  }`,
    port,
  );
  return {
    origin,
    async stop() {
      nginx.stop();
      await Promise.all(running.map((server) => server.stop()));
    },
  };
}

test('two builders at two paths of one host share no data', async ({
  page,
  context,
  projectId,
}) => {
  const { origin, stop } = await startTwoBuilders(projectId, ['/ief-builder', '/second/one']);
  try {
    const otherUrls: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/ief-builder/`)) otherUrls.push(request.url());
    });
    // The first builder gets a document, a language and a session.
    await page.goto(`${origin}/ief-builder`);
    await expect(page).toHaveURL(`${origin}/ief-builder/new/basics`);
    await page.getByLabel('Deployment name').fill('first-app');
    await page.getByRole('link', { name: /Review/ }).click();
    await expect(page).toHaveURL(`${origin}/ief-builder/new/review`);
    await page.getByRole('button', { name: '中文' }).click();
    const signIn = (path: string) =>
      page.request.post(`${origin}${path}/api/session`, {
        data: { secret: SECRET },
        headers: { origin, 'x-ief-builder': '1' },
      });
    expect((await signIn('/ief-builder')).status()).toBe(204);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: '确认' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'JSON 预览' })).toContainText('first-app');
    expect(
      otherUrls.filter((url) => url !== `${origin}/ief-builder`),
      'every request is below the base path',
    ).toEqual([]);

    // The second builder has none of them.
    const second = await context.newPage();
    await second.goto(`${origin}/second/one/`);
    await expect(second).toHaveURL(`${origin}/second/one/new/basics`);
    await expect(second.getByLabel('Deployment name')).toHaveValue('');
    const state = async (path: string) =>
      (await page.request.get(`${origin}${path}/api/session`)).json();
    expect(await state('/ief-builder')).toEqual({ state: 'granted', kind: 'access' });
    expect(await state('/second/one')).toEqual({ state: 'locked', kind: 'access' });
    await second.getByLabel('Deployment name').fill('second-app');
    await second.reload();
    await expect(second.getByLabel('Deployment name')).toHaveValue('second-app');

    // Signing out of the second does not sign out the first or remove its data.
    expect((await signIn('/second/one')).status()).toBe(204);
    const signedOut = await page.request.delete(`${origin}/second/one/api/session`, {
      headers: { origin, 'x-ief-builder': '1' },
    });
    expect(signedOut.status()).toBe(204);
    expect(await state('/ief-builder')).toEqual({ state: 'granted', kind: 'access' });
    const cookies = (await context.cookies(`${origin}/ief-builder/`)).map(({ name }) => name);
    expect(cookies).toEqual(['__Secure-ief_sid~ief-builder']);
    const stored = await readBrowserStorage(page);
    expect(stored).not.toMatch(/"(?:ief-builder|mui-mode)/);
  } finally {
    await stop();
  }
});
