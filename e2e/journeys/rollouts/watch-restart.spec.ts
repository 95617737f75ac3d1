import { findViolations } from '../../support/find-violations.ts';
import { expect, test } from '../../support/fixtures.ts';
import { rolloutEnv, startRollout } from '../../support/rollouts.ts';
import { freePort, startServer } from '../../support/running-servers.ts';

test.use({ locale: 'zh-CN', expectedNoise: /ERR_|Failed to fetch/ });

test('服务器重启: the page says that the connection is lost, catches up after a restart, and opens the gate', async ({
  page,
}) => {
  const env = await rolloutEnv(8);
  const port = await freePort();
  let server = await startServer([], env, port);
  try {
    const id = await startRollout(server.url, 8, { waves: [2, '100%'], gate: 'manual' });
    await page.goto(`${server.url}/rollouts/${id}`);
    await expect(page.getByText('等待确认')).toBeVisible();
    await server.stop();
    await expect(page.getByText(/^与服务器的连接已断开/)).toBeVisible();
    server = await startServer([], env, port);
    await expect(page.getByText(/^与服务器的连接已断开/)).toBeHidden({ timeout: 15_000 });
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '继续第 2 批' }).click();
    await expect(page.getByRole('button', { name: '移除…' })).toBeVisible({ timeout: 15_000 });
  } finally {
    await server.stop();
  }
});
