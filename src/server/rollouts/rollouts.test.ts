/** Rollouts through the API, with the embedded mock and a database in memory. */
import { afterEach, describe, expect, it } from 'vitest';
import { DEPLOYMENTS, makeBody } from '#src/server/scene.fixture.ts';
import { resumeRollout } from './routes/change-rollout.ts';
import { findRollout } from './rows/rollout-records.ts';
import { createRolloutScene, makeRollout, type RolloutScene } from './rollouts.testing.ts';

let scene: RolloutScene;
afterEach(() => scene.service.stop());

const mockAsk = (method: string, path: string, body?: unknown) =>
  scene.ask(method, `/ief/mock${path}`, body);

describe('a rollout of creates', () => {
  it('opens one wave after the other and ends when all are ready', async () => {
    scene = await createRolloutScene();
    const id = await scene.start(12, { plan: { waves: [1, '50%', '100%'] } });
    const done = await scene.until(id, 'done');
    expect(done).toMatchObject({ wave: 3, waves: [1, 6, 12], counts: { ready: 12, waiting: 0 } });
    expect([...scene.creates.values()]).toEqual(Array.from({ length: 12 }, () => 1));
    const history = done.history as readonly Record<string, unknown>[];
    expect(history.map(({ state, wave }) => [state, wave])).toEqual([
      ['running', 1],
      ['running', 2],
      ['running', 3],
      ['done', 3],
    ]);
    const rows = await scene.rows(id);
    expect(rows[4]).toEqual({
      id: 'node-5',
      nodeId: 'node-5',
      nodeName: 'gw-5',
      name: 'app-5',
      state: 'ready',
      wave: 2,
      since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
      deploymentId: expect.any(String) as string,
      tries: 1,
    });
    const shown = await mockAsk('GET', `${DEPLOYMENTS}/${rows[4]?.deploymentId as string}`);
    expect(shown.json).toMatchObject({ name: 'app-5', node_ids: ['node-5'] });
  });

  it('stops at the failure limit and goes on once it is raised', async () => {
    scene = await createRolloutScene();
    await mockAsk('POST', DEPLOYMENTS, makeBody('app-2'));
    const id = await scene.start(4, { plan: { inFlight: 1 } });
    expect(await scene.until(id, 'stopped')).toMatchObject({ counts: { failed: 1, waiting: 2 } });
    expect((await scene.rows(id))[1]).toMatchObject({
      state: 'failed',
      error: { code: 'name_taken' },
    });
    expect((await scene.ask('POST', `/api/rollouts/${id}/resume`)).status).toBe(409);
    expect((await scene.ask('PATCH', `/api/rollouts/${id}`, { stopAt: 2 })).status).toBe(200);
    expect((await scene.ask('POST', `/api/rollouts/${id}/resume`)).status).toBe(200);
    expect(await scene.until(id, 'done')).toMatchObject({ counts: { failed: 1, ready: 3 } });
  });

  it('waits at a manual gate until a person resumes it', async () => {
    scene = await createRolloutScene();
    const id = await scene.start(3, { plan: { waves: [1, '100%'], gate: 'manual' } });
    expect(await scene.until(id, 'paused')).toMatchObject({ reason: 'gate', wave: 1 });
    expect(scene.creates.size).toBe(1);
    await scene.ask('POST', `/api/rollouts/${id}/resume`);
    expect(await scene.until(id, 'done')).toMatchObject({ wave: 2 });
  });

  it('pauses at the gate if the share of ready nodes cannot be reached', async () => {
    scene = await createRolloutScene();
    await mockAsk('POST', DEPLOYMENTS, makeBody('app-1'));
    const id = await scene.start(4, { plan: { waves: [2, '100%'], stopAt: 4 } });
    expect(await scene.until(id, 'paused')).toMatchObject({
      reason: 'gate',
      counts: { failed: 1, ready: 1 },
    });
  });

  it('resolves lost answers without a second create', async () => {
    let count = 0;
    scene = await createRolloutScene({
      wrap: (mock) => async (request) => {
        if (request.method !== 'POST' || ++count % 3 !== 0) return mock(request);
        const headers = new Headers(request.headers);
        headers.set('x-mock-fault', 'lost-answer');
        return mock(new Request(request, { headers }));
      },
    });
    const id = await scene.start(9);
    await scene.until(id, 'done');
    expect([...scene.creates.values()]).toEqual(Array.from({ length: 9 }, () => 1));
  });

  it('sends again only once a lost request can no longer take effect', async () => {
    let isFirst = true;
    scene = await createRolloutScene({
      settleMs: 600,
      wrap: (mock) => async (request) => {
        if (request.method !== 'POST' || !isFirst) return mock(request);
        isFirst = false;
        return mock(
          new Request(request, {
            headers: { ...Object.fromEntries(request.headers), 'x-mock-fault': 'reset-during' },
          }),
        );
      },
    });
    const begin = performance.now();
    const id = await scene.start(1);
    await scene.until(id, 'done');
    expect(performance.now() - begin).toBeGreaterThan(600);
    expect((await scene.rows(id))[0]).toMatchObject({ state: 'ready', tries: 2 });
  });

  it('retries after 429 without failing anything', async () => {
    scene = await createRolloutScene({
      mock: { limits: { bytes: 0, deployments: 0, createsPerSecond: 5 } },
    });
    const id = await scene.start(9);
    expect(await scene.until(id, 'done')).toMatchObject({ counts: { ready: 9 } });
  });

  it('keeps rows of offline nodes waiting without holding up the others', async () => {
    scene = await createRolloutScene();
    // Offline in the mock.
    const offline = { id: '58b3e9f1-c7d4-4a06-8e12-fd6b90a3c7e8' };
    const nodes = [offline, { id: 'node-2' }, { id: 'node-3' }];
    const id = await scene.start(3, { nodes, plan: { waves: [1, '100%'] } });
    for (;;) {
      const [first, ...others] = await scene.rows(id);
      if (others.every(({ state }) => state === 'ready')) {
        expect(first).toMatchObject({
          state: 'waiting',
          tries: 0,
          offlineSince: expect.any(String) as string,
        });
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect((await scene.ask('POST', `/api/rollouts/${id}/nodes/${offline.id}/skip`)).status).toBe(
      200,
    );
    expect(await scene.until(id, 'done')).toMatchObject({ counts: { ready: 2, skipped: 1 } });
  });

  it('tries other nodes first if those of the first wave are offline', async () => {
    scene = await createRolloutScene({ mock: { podStartMs: 60_000 } });
    const nodes = [
      { id: '58b3e9f1-c7d4-4a06-8e12-fd6b90a3c7e8' },
      ...Array.from({ length: 9 }, (_, n) => ({ id: `node-${n + 2}` })),
    ];
    const id = await scene.start(10, { nodes, plan: { waves: [1, '100%'], readyWithinS: 1 } });
    await scene.until(id, 'stopped');
    const states = (await scene.rows(id)).map(({ state }) => state);
    expect(states).toEqual(['waiting', 'failed', ...Array(8).fill('waiting')]);
    expect((await scene.ask('GET', `/api/rollouts/${id}`)).json.wave).toBe(1);
  });

  it('skips offline rows after their deadline', async () => {
    scene = await createRolloutScene();
    const nodes = [{ id: '58b3e9f1-c7d4-4a06-8e12-fd6b90a3c7e8' }];
    const id = await scene.start(1, { nodes, plan: { offlineWithinS: 0 } });
    await scene.until(id, 'done');
    expect((await scene.rows(id))[0]).toMatchObject({
      state: 'skipped',
      error: { code: 'offline' },
    });
  });

  it('counts the time of an offline node only once its wave is open', async () => {
    scene = await createRolloutScene();
    const nodes = [{ id: 'node-2' }, { id: '58b3e9f1-c7d4-4a06-8e12-fd6b90a3c7e8' }];
    const plan = { waves: [1, '100%'], gate: 'manual', offlineWithinS: 0 };
    const id = await scene.start(2, { nodes, plan });
    expect(await scene.until(id, 'paused', 'done')).toMatchObject({
      reason: 'gate',
      counts: { ready: 1, waiting: 1 },
    });
    await scene.ask('POST', `/api/rollouts/${id}/resume`);
    expect(await scene.until(id, 'done')).toMatchObject({ counts: { ready: 1, skipped: 1 } });
  });

  it('fails a row that is not ready in time, with the reason of its instance', async () => {
    scene = await createRolloutScene({ mock: { podStartMs: 60_000 } });
    const id = await scene.start(1, { plan: { readyWithinS: 1 } });
    await scene.until(id, 'done');
    expect((await scene.rows(id))[0]).toMatchObject({
      state: 'failed',
      error: { code: 'not_ready' },
    });
  });
});

describe('what a person does', () => {
  it('pauses, resumes and aborts', async () => {
    scene = await createRolloutScene();
    const id = await scene.start(20, { plan: { perMinute: 600, inFlight: 1 } });
    const act = (name: string) => scene.ask('POST', `/api/rollouts/${id}/${name}`);
    expect((await act('pause')).json).toMatchObject({ state: 'paused', reason: 'person' });
    expect((await act('pause')).status).toBe(409);
    expect((await act('resume')).json).toMatchObject({ state: 'running' });
    expect((await act('abort')).json).toMatchObject({ state: 'aborted', counts: { waiting: 0 } });
    expect((await act('resume')).status).toBe(409);
    expect((await scene.ask('DELETE', `/api/rollouts/${id}`)).status).toBe(409);
    for (;;) {
      if ((await scene.ask('DELETE', `/api/rollouts/${id}`)).status === 204) break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    expect((await scene.ask('GET', `/api/rollouts/${id}`)).status).toBe(404);
    expect((await scene.ask('GET', '/api/rollouts')).json).toEqual({ count: 0, rollouts: [] });
  });

  it('retries the failed rows in a linked rollout, once at a time', async () => {
    scene = await createRolloutScene();
    const taken = await mockAsk('POST', DEPLOYMENTS, makeBody('app-2'));
    const id = await scene.start(3, { plan: { stopAt: 3 } });
    await scene.until(id, 'done');
    await mockAsk('DELETE', `${DEPLOYMENTS}/${taken.json.id as string}`);
    const retry = await scene.ask('POST', `/api/rollouts/${id}/retry`);
    expect(retry.status).toBe(201);
    const done = await scene.until(retry.json.id as string, 'done');
    expect(done).toMatchObject({ retryOf: id, total: 1, counts: { ready: 1 } });
    expect(await scene.until(id, 'done')).toMatchObject({ counts: { failed: 1 } });
  });

  it('changes the rate while it runs', async () => {
    scene = await createRolloutScene();
    const id = await scene.start(30, { plan: { perMinute: 1 } });
    const refused = await scene.ask('PATCH', `/api/rollouts/${id}`, { perMinute: 0 });
    expect([refused.status, refused.json.problems[0].path]).toEqual([400, '/perMinute']);
    expect((await scene.ask('PATCH', `/api/rollouts/${id}`, { waves: [1] })).status).toBe(400);
    const changed = await scene.ask('PATCH', `/api/rollouts/${id}`, {
      perMinute: 6000,
      inFlight: 30,
    });
    expect(changed.json.plan).toMatchObject({ perMinute: 6000, inFlight: 30, stopAt: 1 });
    await scene.until(id, 'done');
  });

  it('lists rows by state and page', async () => {
    scene = await createRolloutScene();
    const id = await scene.start(5);
    await scene.until(id, 'done');
    const path = `/api/rollouts/${id}/nodes`;
    expect((await scene.ask('GET', `${path}?state=ready&limit=2&offset=4`)).json).toMatchObject({
      count: 5,
      nodes: [{ name: 'app-5' }],
    });
    expect((await scene.ask('GET', `${path}?state=failed`)).json).toMatchObject({
      count: 0,
      nodes: [],
    });
    expect((await scene.ask('GET', `${path}?state=lost`)).status).toBe(400);
    expect((await scene.ask('GET', `${path}?limit=1001`)).status).toBe(400);
    expect((await scene.ask('PUT', path)).status).toBe(405);
  });

  it('refuses what is wrong before anything is stored', async () => {
    scene = await createRolloutScene();
    const refused = async (more: Record<string, unknown>) => {
      const { status, json } = await scene.ask('POST', '/api/rollouts', makeRollout(2, more));
      expect(status).toBe(400);
      return json.problems;
    };
    expect(await refused({ target: 'other' })).toEqual([
      { path: '/target', message: expect.any(String) as string },
    ]);
    for (const target of ['http://evil.example', '../mock', '__proto__', 'constructor']) {
      expect(await refused({ target })).toMatchObject([{ path: '/target' }]);
    }
    for (const id of ['../x', '..', 'a/b', 'a?b', 'a%2fb', 'a#b', 'a\r\nb', 'a'.repeat(129)]) {
      expect(await refused({ nodes: [{ id }] })).toMatchObject([{ path: '/nodes/0/id' }]);
    }
    for (const pointer of ['/__proto__/a', '/constructor/prototype/a']) {
      const nodes = [{ id: 'a', values: { [pointer]: 1 } }];
      expect(await refused({ nodes, namePattern: 'a' })).toMatchObject([{ path: '/values' }]);
    }
    expect(await refused({ namePattern: 'app' })).toMatchObject([{ id: 'node-2', path: '/name' }]);
    expect(await refused({ body: { name: 'x' } })).toMatchObject([
      { id: 'node-1' },
      { id: 'node-2' },
    ]);
    // 80 kB that would become 320 MB.
    const bomb = {
      id: 'a',
      c: 'x'.repeat(40_000),
      values: { '/description': '{{c}}'.repeat(8_000) },
    };
    expect(await refused({ nodes: [bomb], namePattern: 'a' })).toMatchObject([
      { id: 'a', path: '/values/~1description' },
    ]);
    await scene.start(2, { plan: { perMinute: 1 } });
    expect(await refused({})).toHaveLength(2);
    expect((await scene.ask('GET', '/api/rollouts')).json).toMatchObject({
      count: 1,
      rollouts: [{ firstName: 'app-1' }],
    });
  });
});

describe('a rollout whose target was removed', () => {
  it('says so, and cannot be resumed until the target is back', async () => {
    scene = await createRolloutScene();
    const id = await scene.start(1, { plan: { perMinute: 1 } });
    await scene.until(id, 'done');
    const { store } = scene.service;
    const open = { state: 'running', ended_at: null, target: 'removed' } as const;
    await store.db.updateTable('rollouts').set(open).execute();
    scene.service.engine.wake();
    const record = async () => (await findRollout(store, id))!;
    while ((await record()).state === 'running')
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect(await record()).toMatchObject({ state: 'needs-token', reason: 'target' });
    await expect(resumeRollout(scene.service, await record(), '')).rejects.toThrow(
      'The target removed is not configured on this server.',
    );
  });
});
