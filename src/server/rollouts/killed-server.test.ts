/** The real server, killed while it rolls out to a mock on a port of its own. */
import { randomUUID } from 'node:crypto';
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
});
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

/** A mock on a port of its own, and a server that signs in to it; each start continues with the same store. */
async function openLab() {
  const counting = countingMock({ podStartMs: 50, keys });
  const listener = createNodeListener(counting.mock, { screen: false, asConnectionEnd });
  const target = {
    id: 'lab',
    label: 'Lab',
    region: 'cn-north-4',
    endpoint: `http://127.0.0.1:${await listen(listener)}`,
    auth: { kind: 'aksk', accessKeyEnv: 'LAB_AK', secretKeyEnv: 'LAB_SK' },
  };
  const store = `store-${randomUUID()}/rollouts.db`;
  const env = {
    IEF_STORE: built.write('unused', '').replace(/unused$/, store),
    IEF_TARGETS: built.write('targets.json', JSON.stringify({ targets: [target] })),
    IEF_MOCK: 'off',
    LAB_AK: keys.access,
    LAB_SK: keys.secret,
    ACCESS_SECRET: HEADERS['x-ief-access'],
    LIVE_REQUESTS_PER_MINUTE: '0',
    ROLLOUT_SETTLE_S: '2',
    LOG_LEVEL: 'silent',
  };
  return { ...counting, start: () => built.start({ env }) };
}

/** Waits until a rollout is done; returns it. */
async function untilDone(server: StartedServer, id: string) {
  for (;;) {
    const shown = await ask(server, 'GET', `/api/rollouts/${id}`);
    if (shown.state === 'done') return shown;
    if (shown.state !== 'running') throw new Error(JSON.stringify(shown));
    await pause(100);
  }
}

describe(`${KILLS} times kill -9 during a rollout to ${NODES} nodes`, () => {
  it(
    'create no deployment twice and forget none',
    async () => {
      const { mock, creates, start } = await openLab();
      let server = await start();
      const plan = { waves: [1, '100%'], inFlight: 16, perMinute: 6000 };
      const rollout = makeRollout(NODES, { target: 'lab', plan });
      const { id } = await ask(server, 'POST', '/api/rollouts', rollout);
      for (let kill = 1; kill <= KILLS; kill++) {
        // At different moments of the rollout, each in the middle of sending.
        const until = (NODES * kill) / (KILLS + 1);
        while (creates.size < until) await pause(5);
        server.child.kill('SIGKILL');
        await server.ended;
        server = await start();
      }
      const shown = await untilDone(server, id);
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

describe('kill -9 in the middle of a rollout', () => {
  it('sends no update and no delete twice, and forgets none', async () => {
    const total = 40;
    const plan = { waves: ['100%'], inFlight: 8, perMinute: 6000 };
    const { changes, start } = await openLab();
    let server = await start();
    const create = makeRollout(total, { target: 'lab', plan });
    const { id } = await ask(server, 'POST', '/api/rollouts', create);
    await untilDone(server, id);
    const { nodes } = await ask(server, 'GET', `/api/rollouts/${id}/nodes?limit=${total}`);
    const deployments = (nodes as { deploymentId: string }[]).map(({ deploymentId }) => ({
      id: deploymentId,
    }));
    const containers = [{ name: 'container-0', image_url: 'nginx:2' }];
    const body = { deployment: { template: { containers } } };
    for (const [action, method, more] of [
      ['update', 'PUT', { body }],
      ['delete', 'DELETE', {}],
    ] as const) {
      const request = { target: 'lab', projectId: PROJECT, action, deployments, plan, ...more };
      const rollout = await ask(server, 'POST', '/api/rollouts', request);
      const sent = () => [...changes].filter(([change]) => change.startsWith(method));
      while (sent().length < total / 3) await pause(5);
      server.child.kill('SIGKILL');
      await server.ended;
      server = await start();
      const shown = await untilDone(server, rollout.id);
      expect(shown.counts).toMatchObject({ ready: total, failed: 0 });
      expect(sent()).toHaveLength(total);
      expect(sent().filter(([, count]) => count !== 1)).toEqual([]);
    }
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    // A limit for a test that hangs, on a busy machine.
  });
});
