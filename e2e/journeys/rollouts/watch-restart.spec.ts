import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/fixtures.ts';
import { enterToken, tokens } from '../../support/live-fixtures.ts';
import { rolloutEnv, rolloutProject, startRollout } from '../../support/rollouts.ts';
import { freePort, startMock, startServer } from '../../support/running-servers.ts';

test.use({ locale: 'zh-CN', expectedNoise: /ERR_|Failed to fetch/ });

test('没有存储: a server without a store says so', async ({ page }) => {
  await page.goto('/rollouts');
  await expect(page.getByRole('heading', { name: '本服务器未启用批量部署' })).toBeVisible();
});

test('服务器被终止: while it sends, the server is killed; the page catches up, asks for the token, and every node gets one deployment', async ({
  page,
}) => {
  test.slow();
  const [token] = tokens;
  const mock = await startMock({
    MOCK_TOKENS: token,
    MOCK_NODES: '40',
    MOCK_POD_START_MS: '0',
  });
  const { IEF_STORE: store = '' } = await rolloutEnv(0);
  // Outcomes that the kill leaves unknown are settled soon.
  const env = { IEF_STORE: store, IEF_MOCK: 'off', ROLLOUT_SETTLE_S: '5' };
  const port = await freePort();
  const auth = { kind: 'token' };
  const targets = [
    { id: 'edge-live', label: 'Edge live', endpoint: mock.url, auth, projectId: rolloutProject },
  ] as const;
  let server = await startServer(targets, env, port);
  try {
    const place = { target: 'edge-live', token };
    const plan = { waves: ['100%'], perMinute: 240, inFlight: 4 };
    const id = await startRollout(server.url, 40, plan, place);
    await page.goto(`${server.url}/rollouts/${id}`);
    await page.getByRole('button', { name: '登录' }).click();
    await enterToken(page, token);
    await expect(page.getByRole('row', { name: /已创建|就绪/ }).first()).toBeVisible();
    await server.kill();
    await expect(page.getByText(/^与服务器的连接已断开/)).toBeVisible();
    server = await startServer(targets, env, port);
    await expect(page.getByText('服务器需要您的 Token 才能继续')).toBeVisible({ timeout: 15_000 });
    await page.getByRole('button', { name: '输入 Token 并继续' }).click();
    expect(await findViolations(page)).toEqual([]);
    await enterToken(page, token);
    await expect(page.getByRole('button', { name: '移除记录…' })).toBeVisible({ timeout: 45_000 });
    await expect(page.getByLabel('40 个就绪').first()).toBeVisible();
    const path = `${mock.url}/v3/${rolloutProject}/edgemgr/deployments?name=edge-web-&limit=1`;
    const listed = await fetch(path, { headers: { 'X-Auth-Token': token } });
    expect(await listed.json()).toMatchObject({ count: 40 });
  } finally {
    await page.close();
    await Promise.all([server.stop(), mock.stop()]);
  }
});
