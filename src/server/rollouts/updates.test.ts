/** Rollouts of updates and deletes through the API, with the embedded mock and a database in memory. */
import { afterEach, describe, expect, it } from 'vitest';
import { DEPLOYMENTS, makeBody, PROJECT } from '#src/server/scene.fixture.ts';
import type { MockIef } from '#src/server/mock-ief/mock-ief.ts';
import { createRolloutScene, type RolloutScene } from './rollouts.testing.ts';

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
