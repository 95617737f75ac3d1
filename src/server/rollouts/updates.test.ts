/** Rollouts of updates and deletes through the API, with the embedded mock and a database in memory. */
import { afterEach, describe, expect, it } from 'vitest';
import { DEPLOYMENTS, makeBody, PROJECT } from '#src/server/scene.fixture.ts';
import type { MockIef } from '#src/server/mock-ief/mock-ief.ts';
import { UpstreamFailure } from '#src/server/proxy/upstream/upstream.ts';
import { createRolloutScene, type RolloutScene } from './rollouts.testing.ts';
import { retryRollout, rollBackRollout } from './routes/linked-rollouts.ts';
import { findRollout } from './rows/rollout-records.ts';

let scene: RolloutScene;
afterEach(() => scene.service.stop());

const IMAGE = '/deployment/template/containers/0/image_url';
const mockAsk = (method: string, path: string, body?: unknown) =>
  scene.ask(method, `/ief/mock${DEPLOYMENTS}${path}`, body);

/** Creates deployments `app-1` and so on; returns their IDs. */
async function createApps(count: number, more: Record<string, unknown> = {}): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 1; n <= count; n++) {
    const { json } = await mockAsk('POST', '', { ...makeBody(`app-${n}`), ...more });
    ids.push(json.id as string);
  }
  return ids;
}

const show = async (id: string | undefined) => (await mockAsk('GET', `/${id}`)).json;
const imageOf = async (id: string | undefined) =>
  (await show(id)).template.containers[0].image_url as string;

async function start(
  action: 'update' | 'delete',
  deployments: readonly Record<string, unknown>[],
  more: Record<string, unknown> = {},
): Promise<string> {
  const { status, json } = await scene.ask('POST', '/api/rollouts', {
    target: 'mock',
    projectId: PROJECT,
    action,
    deployments,
    ...more,
    plan: { waves: ['100%'], perMinute: 6000, ...(more.plan as object | undefined) },
  });
  if (status !== 201) throw new Error(JSON.stringify(json));
  return json.id as string;
}

/** Counts what reaches the mock, and can disturb it. */
function counting(method: string, disturb?: (nth: number) => string | undefined) {
  const sent: string[] = [];
  return {
    sent,
    wrap:
      (mock: MockIef): MockIef =>
      (request) => {
        if (request.method !== method) return mock(request);
        const fault = disturb?.(sent.push(new URL(request.url).pathname.split('/').at(-1)!));
        if (fault === undefined) return mock(request);
        const headers = new Headers(request.headers);
        headers.set('x-mock-fault', fault);
        return mock(new Request(request, { headers }));
      },
  };
}

const setImage = (url: string) => ({
  body: { deployment: { template: { containers: [{ name: 'container-0', image_url: url }] } } },
});

describe('a rollout of updates', () => {
  it('waits for an offline node, which counts as no try', async () => {
    scene = await createRolloutScene();
    // Offline in the mock.
    const node_ids = ['58b3e9f1-c7d4-4a06-8e12-fd6b90a3c7e8'];
    const ids = await createApps(1, { node_ids });
    const id = await start(
      'update',
      ids.map((id) => ({ id })),
      setImage('nginx:2'),
    );
    const firstRow = async () => (await scene.rows(id))[0];
    await expect.poll(firstRow, { timeout: 10_000 }).toMatchObject({
      state: 'waiting',
      tries: 0,
      offlineSince: expect.any(String) as string,
    });
    expect(await imageOf(ids[0])).toBe('nginx:alpine');
  });

  it('changes what it names in every deployment, wave by wave, and keeps the rest', async () => {
    scene = await createRolloutScene();
    const ids = await createApps(3, { description: 'kept' });
    const [first] = ids;
    const before = await show(first);
    const id = await start(
      'update',
      ids.map((id) => ({ id, values: { [IMAGE]: `nginx:2.{{n}}` } })),
      { plan: { waves: [1, '100%'] } },
    );
    expect(await scene.until(id, 'done')).toMatchObject({ wave: 2, counts: { ready: 3 } });
    expect(await imageOf(ids[2])).toBe('nginx:2.3');
    const after = await show(first);
    expect(after).toMatchObject({ name: 'app-1', description: 'kept', node_ids: before.node_ids });
    expect(after.template.configs).toEqual(before.template.configs);
    expect((await scene.rows(id))[0]).toMatchObject({
      id: first,
      deploymentId: first,
      name: 'app-1',
      state: 'ready',
      wave: 1,
      tries: 1,
    });
  });

  it('starts from the deployment as it is then: what others added survives', async () => {
    scene = await createRolloutScene();
    const [id] = await createApps(1);
    const { template } = await show(id);
    const [container] = template.containers;
    const envs = [{ name: 'ADDED', value: 'by others' }];
    const { status } = await mockAsk('PUT', `/${id}`, {
      deployment: { template: { ...template, containers: [{ ...container, envs }] } },
    });
    expect(status).toBe(200);
    await scene.until(await start('update', [{ id }], setImage('nginx:2')), 'done');
    expect((await show(id)).template.containers[0]).toMatchObject({ image_url: 'nginx:2', envs });
  });

  it('is ready only when new instances run, although the old ones do', async () => {
    scene = await createRolloutScene({ mock: { podStartMs: 700 } });
    const [id] = await createApps(1);
    while ((await show(id)).ready_replicas !== 1)
      await new Promise((resolve) => setTimeout(resolve, 25));
    const begin = performance.now();
    const rollout = await start('update', [{ id, values: { [IMAGE]: 'nginx:2' } }]);
    await scene.until(rollout, 'done');
    expect(performance.now() - begin).toBeGreaterThan(700);
  });

  it('sends nothing to a deployment that is as wanted already', async () => {
    const { sent, wrap } = counting('PUT', () => undefined);
    scene = await createRolloutScene({ wrap });
    const ids = await createApps(2);
    const rows = ids.map((id) => ({ id, values: { [IMAGE]: 'nginx:2' } }));
    await scene.until(await start('update', rows), 'done');
    expect(await scene.until(await start('update', rows), 'done')).toMatchObject({
      counts: { ready: 2 },
    });
    expect(sent).toEqual(ids);
  });

  it('after a lost answer compares before it sends again', async () => {
    const { sent, wrap } = counting('PUT', (nth) => (nth === 1 ? 'lost-answer' : undefined));
    scene = await createRolloutScene({ wrap });
    const ids = await createApps(2);
    const id = await start(
      'update',
      ids.map((id) => ({ id, values: { [IMAGE]: 'nginx:2' } })),
      { plan: { inFlight: 1 } },
    );
    await scene.until(id, 'done');
    expect(sent).toEqual(ids);
  });

  it('sends again once a lost request can no longer take effect', async () => {
    const { sent, wrap } = counting('PUT', (nth) => (nth === 1 ? 'reset-during' : undefined));
    scene = await createRolloutScene({ wrap });
    const ids = await createApps(1);
    const id = await start('update', [{ id: ids[0], values: { [IMAGE]: 'nginx:2' } }]);
    await scene.until(id, 'done');
    expect(sent).toEqual([ids[0], ids[0]]);
    expect((await scene.rows(id))[0]).toMatchObject({ state: 'ready', tries: 2 });
  });

  it('after a lost answer never takes back what others changed since', async () => {
    let isFirst = true;
    const { sent, wrap } = counting('PUT', () => undefined);
    scene = await createRolloutScene({
      wrap: (mock) => async (request) => {
        if (request.method !== 'PUT' || !isFirst) return wrap(mock)(request);
        isFirst = false;
        const body = (await request.clone().text()).replace('nginx:2', 'nginx:3');
        const other = new Request(request.url, { method: 'PUT', headers: request.headers, body });
        await wrap(mock)(request);
        await mock(other);
        throw new UpstreamFailure('reset', true);
      },
    });
    const [app] = await createApps(1);
    const id = await start('update', [{ id: app, values: { [IMAGE]: 'nginx:2' } }]);
    await scene.until(id, 'done');
    expect((await scene.rows(id))[0]).toMatchObject({ error: { code: 'ambiguous' } });
    expect(await imageOf(app)).toBe('nginx:3');
    expect(sent).toEqual([app]);
  });

  it('fails a row whose deployment is gone, has no place for a value or would be invalid', async () => {
    const { sent, wrap } = counting('PUT', () => undefined);
    scene = await createRolloutScene({ wrap });
    const [first, second, third] = await createApps(3);
    await mockAsk('DELETE', `/${first}`);
    const id = await start(
      'update',
      [
        { id: first, values: { [IMAGE]: 'nginx:2' } },
        { id: second, values: { '/deployment/template/containers/7/image_url': 'nginx:2' } },
        { id: third, values: { '/deployment/template/containers/0/envs': [{ name: 'A' }] } },
      ],
      { plan: { stopAt: '100%' } },
    );
    await scene.until(id, 'done');
    const codes = (await scene.rows(id)).map(({ error }) => (error as { code: string }).code);
    expect(codes).toEqual(['gone', 'no_place', 'invalid']);
    expect(sent).toEqual([]);
  });

  it('is refused as a whole if it names what cannot be', async () => {
    scene = await createRolloutScene();
    const [id] = await createApps(1);
    const refused = async (more: Record<string, unknown>) => {
      const { status, json } = await scene.ask('POST', '/api/rollouts', {
        target: 'mock',
        projectId: PROJECT,
        action: 'update',
        deployments: [{ id }],
        ...more,
      });
      expect(status).toBe(400);
      return json.problems as readonly { path: string }[];
    };
    expect(await refused({})).toMatchObject([{ id, path: '/values' }]);
    const noPointer = [{ id, values: { image: 'a' } }];
    expect(await refused({ deployments: noPointer })).toMatchObject([{ path: '/values/image' }]);
    expect(await refused({ body: { name: 'other' } })).toMatchObject([{ path: '/body/name' }]);
    expect(await refused({ body: { deployment: { replicas: 'many' } } })).toMatchObject([
      { id, path: '/deployment/replicas' },
    ]);
    expect(await refused({ nodes: [{ id: 'n' }] })).toHaveLength(1);
    const again = [{ id, values: { [IMAGE]: 'a' } }];
    expect(await refused({ deployments: [...again, ...again] })).toMatchObject([{ id }]);
  });
});

describe('a rollout of deletes', () => {
  it('deletes every deployment; one that is gone already is done', async () => {
    const { sent, wrap } = counting('DELETE', (nth) => (nth === 1 ? 'lost-answer' : undefined));
    scene = await createRolloutScene({ wrap });
    const ids = await createApps(3);
    await mockAsk('DELETE', `/${ids[2]}`);
    const id = await start(
      'delete',
      ids.map((id) => ({ id })),
    );
    expect(await scene.until(id, 'done')).toMatchObject({ counts: { ready: 3 } });
    expect(sent).toEqual([ids[2], ids[0], ids[1]]);
    expect((await mockAsk('GET', '')).json.count).toBe(0);
  });
});

describe('a roll back', () => {
  const rollBack = (id: string) => scene.ask('POST', `/api/rollouts/${id}/roll-back`);

  it('of updates sends the bodies from before, and keeps what others changed since', async () => {
    scene = await createRolloutScene();
    const ids = await createApps(3);
    const id = await start(
      'update',
      ids.map((id) => ({ id })),
      setImage('nginx:2'),
    );
    await scene.until(id, 'done');
    const { template } = await show(ids[1]);
    const [container] = template.containers;
    const envs = [{ name: 'ADDED', value: 'since' }];
    await mockAsk('PUT', `/${ids[1]}`, {
      deployment: { template: { ...template, containers: [{ ...container, envs }] } },
    });
    const { status, json } = await rollBack(id);
    expect(status).toBe(201);
    const back = json.id as string;
    expect(await scene.until(back, 'done')).toMatchObject({
      action: 'update',
      rollBackOf: id,
      counts: { ready: 3 },
    });
    for (const app of ids) expect(await imageOf(app)).toBe('nginx:alpine');
    expect((await show(ids[1])).template.containers[0].envs).toEqual(envs);
    // A second one finds everything as it was.
    const again = await rollBack(id);
    expect(await scene.until(again.json.id as string, 'done')).toMatchObject({
      counts: { ready: 3 },
    });
  });

  it('of creates deletes what was created, and aborts the rest', async () => {
    scene = await createRolloutScene();
    const id = await scene.start(4, { plan: { waves: [2, '100%'], gate: 'manual' } });
    await scene.until(id, 'paused');
    const { json } = await rollBack(id);
    expect(await scene.until(json.id as string, 'done')).toMatchObject({
      action: 'delete',
      total: 2,
      counts: { ready: 2 },
    });
    expect(await scene.until(id, 'aborted')).toMatchObject({ counts: { ready: 2, skipped: 2 } });
    expect((await mockAsk('GET', '')).json.count).toBe(0);
  });

  it('of deletes creates the same deployments again', async () => {
    scene = await createRolloutScene();
    const ids = await createApps(2, { description: 'kept' });
    const id = await start(
      'delete',
      ids.map((id) => ({ id })),
    );
    await scene.until(id, 'done');
    const { json } = await rollBack(id);
    expect(await scene.until(json.id as string, 'done')).toMatchObject({ counts: { ready: 2 } });
    const { deployments } = (await mockAsk('GET', '')).json;
    expect(deployments).toHaveLength(2);
    const rows = await scene.rows(json.id as string);
    expect(rows[0]).toMatchObject({ id: ids[0], name: 'app-1' });
    expect(await show(rows[0]?.deploymentId as string)).toMatchObject({
      name: 'app-1',
      description: 'kept',
      node_ids: makeBody().node_ids,
    });
  });

  it('of updates that are not ready yet counts none of them as ready', async () => {
    scene = await createRolloutScene({ mock: { podStartMs: 2_000 } });
    const ids = await createApps(2);
    for (const id of ids) {
      const readyReplicas = async () => (await show(id)).ready_replicas;
      await expect.poll(readyReplicas, { timeout: 10_000 }).toBe(1);
    }
    const id = await start(
      'update',
      ids.map((id) => ({ id })),
      { ...setImage('nginx:2'), plan: { waves: [1, '100%'], readyWithinS: 30 } },
    );
    for (;;) {
      const [row] = await scene.rows(id);
      if (row?.state === 'accepted') break;
      expect(row?.state).not.toBe('ready');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await scene.ask('POST', `/api/rollouts/${id}/pause`);
    const { json } = await rollBack(id);
    expect(await scene.until(json.id as string, 'done')).toMatchObject({ counts: { ready: 1 } });
    expect(await scene.until(id, 'aborted')).toMatchObject({ counts: { ready: 0, skipped: 2 } });
    expect((await scene.rows(id))[0]).toMatchObject({ error: { code: 'rolled_back' } });
    expect(await imageOf(ids[0])).toBe('nginx:alpine');
    // As the command line does with the same plan: what was rolled back is sent again.
    const record = await findRollout(scene.service.store, id);
    const again = await retryRollout(scene.service, record!, '', ['failed', 'skipped']);
    expect(await scene.until(again, 'done')).toMatchObject({ counts: { ready: 2 } });
    expect(await Promise.all(ids.map(imageOf))).toEqual(['nginx:2', 'nginx:2']);
  });

  it('that is refused leaves the rollout as it was', async () => {
    scene = await createRolloutScene();
    const id = await scene.start(4, { plan: { waves: [2, '100%'], gate: 'manual' } });
    await scene.until(id, 'paused');
    const created = (await scene.rows(id)).slice(0, 2).map((row) => ({ id: row.deploymentId }));
    const update = await start('update', created, {
      ...setImage('nginx:2'),
      plan: { waves: [1, '100%'], gate: 'manual' },
    });
    await scene.until(update, 'paused');
    const refused = await rollBack(id);
    expect(refused.status).toBe(409);
    expect(refused.json.error_msg).toContain('Another unfinished rollout');
    await scene.ask('POST', `/api/rollouts/${update}/abort`);
    const endedAt = async () => (await scene.ask('GET', `/api/rollouts/${update}`)).json.endedAt;
    await expect.poll(endedAt).toBeDefined();
    scene.failStore('SQLITE_FULL', /^insert into "rollout_rows"/);
    expect((await rollBack(id)).status).toBe(503);
    scene.failStore(undefined);
    const { service } = scene;
    const record = (await findRollout(service.store, id))!;
    await expect(rollBackRollout({ ...service, targets: [] }, record, '')).rejects.toThrow(
      'is not configured on this server',
    );
    const { state, counts } = (await scene.ask('GET', `/api/rollouts/${id}`)).json;
    expect([state, counts.waiting]).toEqual(['paused', 2]);
    await scene.ask('POST', `/api/rollouts/${id}/resume`);
    // It was paused when the person asked.
    await expect(rollBackRollout(service, record, '')).rejects.toThrow('Pause it first.');
    expect(await scene.until(id, 'done')).toMatchObject({ counts: { ready: 4 } });
  });

  it('is refused while the rollout runs, and if nothing was changed', async () => {
    scene = await createRolloutScene();
    const [id] = await createApps(1);
    const rollout = await start('update', [{ id, values: { '/deployment/no/place': 1 } }]);
    await scene.until(rollout, 'done');
    expect((await rollBack(rollout)).status).toBe(409);
    const running = await scene.start(2, { plan: { perMinute: 1 } });
    expect((await rollBack(running)).status).toBe(409);
  });
});

describe('a retry', () => {
  it('of updates only waits again for a row that was sent and is not ready', async () => {
    const { sent, wrap } = counting('PUT', () => undefined);
    scene = await createRolloutScene({ wrap, mock: { podStartMs: 2_500 } });
    const [first, second] = await createApps(2);
    const rows = [
      { id: first, values: { [IMAGE]: 'nginx:2' } },
      { id: second, values: { '/deployment/no/place': 1 } },
    ];
    let id = await start('update', rows, { plan: { readyWithinS: 1, stopAt: '100%' } });
    expect(await scene.until(id, 'done')).toMatchObject({ counts: { failed: 2 } });
    for (;;) {
      const { json } = await scene.ask('POST', `/api/rollouts/${id}/retry`);
      const retryOf = id;
      id = json.id as string;
      expect(await scene.until(id, 'done')).toMatchObject({ retryOf, total: 2 });
      if ((await scene.rows(id))[0]?.state === 'ready') break;
    }
    expect(sent).toEqual([first]);
  });
});
