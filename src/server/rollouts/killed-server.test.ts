/** The real server, killed while it rolls out to 500 nodes of a mock on a port of its own. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildServer,
  type BuiltServer,
  type StartedServer,
} from '#src/server/built-server.testing.ts';
import { asConnectionEnd } from '#src/server/mock-ief/faults/as-connection-end.ts';
import { createNodeListener } from '#src/server/http/listen/node-listener.ts';
import { listen } from '#src/server/live-scene.fixture.ts';
import { DEPLOYMENTS, PROJECT } from '#src/server/scene.fixture.ts';
import { countingMock } from './counting-mock.testing.ts';
import { makeRollout } from './rollouts.testing.ts';

const NODES = Number(process.env.ROLLOUT_NODES ?? 500);
const KILLS = Number(process.env.ROLLOUT_KILLS ?? 3);
const keys = { access: 'AK', secret: 'SK-of-this-test' };
const HEADERS = { 'x-ief-access': 'secret-of-this-test' };

let built: BuiltServer;
beforeAll(async () => {
  built = await buildServer();
}, 60_000);
afterAll(() => built.remove());

async function ask({ url }: StartedServer, method: string, path: string, body?: unknown) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: HEADERS,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read responses freely
  return (await response.json()) as any;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe(`${KILLS} times kill -9 during a rollout to ${NODES} nodes`, () => {
  it(
    'create no deployment twice and forget none',
    async () => {
      const { mock, creates } = countingMock({ podStartMs: 50, keys });
      const port = await listen(createNodeListener(mock, { screen: false, asConnectionEnd }));
      const targets = built.write(
        'targets.json',
        JSON.stringify({
          targets: [
            {
              id: 'lab',
              label: 'Lab',
              region: 'cn-north-4',
              endpoint: `http://127.0.0.1:${port}`,
              auth: { kind: 'aksk', accessKeyEnv: 'LAB_AK', secretKeyEnv: 'LAB_SK' },
            },
          ],
        }),
      );
      const start = () =>
        built.start({
          env: {
            IEF_STORE: built.write('unused', '').replace(/unused$/, 'store/rollouts.db'),
            IEF_TARGETS: targets,
            IEF_MOCK: 'off',
            LAB_AK: keys.access,
            LAB_SK: keys.secret,
            ACCESS_SECRET: HEADERS['x-ief-access'],
            LIVE_REQUESTS_PER_MINUTE: '0',
            ROLLOUT_SETTLE_S: '2',
            LOG_LEVEL: 'silent',
          },
        });
      let server = await start();
      const plan = { waves: [1, '100%'], inFlight: 16, perMinute: 6000 };
      const { id } = await ask(
        server,
        'POST',
        '/api/rollouts',
        makeRollout(NODES, { target: 'lab', plan }),
      );
      for (let kill = 1; kill <= KILLS; kill++) {
        // At different moments of the rollout, each in the middle of sending.
        const until = (NODES * kill) / (KILLS + 1);
        while (creates.size < until) await pause(5);
        server.child.kill('SIGKILL');
        await server.ended;
        server = await start();
      }
      let shown = await ask(server, 'GET', `/api/rollouts/${id}`);
      while (shown.state !== 'done') {
        if (shown.state !== 'running') throw new Error(JSON.stringify(shown));
        await pause(100);
        shown = await ask(server, 'GET', `/api/rollouts/${id}`);
      }
      expect(shown.counts).toMatchObject({ ready: NODES, failed: 0, skipped: 0 });
      expect(creates.size).toBe(NODES);
      expect([...creates].filter(([, count]) => count !== 1)).toEqual([]);
      const list = await mock(
        new Request(`http://mock${DEPLOYMENTS}?limit=1`, { headers: { 'x-auth-token': 't' } }),
      );
      expect(await list.json()).toMatchObject({
        count: NODES,
        deployments: [{ project_id: PROJECT }],
      });
      server.child.kill('SIGTERM');
      expect(await server.ended).toBe(0);
      // A limit for a test that hangs, on a busy machine.
    },
    NODES * 240,
  );
});
