import { describe, expect, it } from 'vitest';
import {
  createMockScene,
  DEPLOYMENTS,
  makeBody,
  NODE,
  PROJECT,
} from '#src/server/scene.fixture.ts';
import { defaultMockLimits, type MockLimits } from './kit/options.ts';

const sceneWith = (limits: Partial<MockLimits>) =>
  createMockScene({ limits: { ...defaultMockLimits, ...limits } });
const padded = (name: string, bytes: number) => makeBody(name, { x: 'a'.repeat(bytes) });
const inProject = (at: number) => `/v3/${String(at).padStart(32, '0')}/edgemgr/deployments`;

describe('the memory of the mock', () => {
  it('is limited for all tenants together, and the error says how to raise the limit', async () => {
    const { ask } = sceneWith({ bytes: 1024 * 1024 });
    for (let at = 0; at < 3; at++) {
      const { status } = await ask('POST', inProject(at), padded('app', 300_000));
      expect(status).toBe(200);
    }
    const full = await ask('POST', inProject(9), padded('app', 300_000));
    expect([full.status, full.json]).toEqual([
      429,
      {
        error_code: 'MOCK.429003',
        error_msg: 'the mock stores at most 1 MB of deployments; delete some, or raise MOCK_MAX_MB',
      },
    ]);
    expect((await ask('GET', inProject(9))).json.count).toBe(0);
    const [one] = (await ask('GET', inProject(0))).json.deployments;
    await ask('DELETE', `${inProject(0)}/${one.id}`);
    expect((await ask('POST', inProject(9), padded('app', 300_000))).status).toBe(200);
  });

  it('counts objects, not only their text', async () => {
    const { ask } = sceneWith({ bytes: 10 * 1024 * 1024 });
    const x = Array.from({ length: 40_000 }, () => ({}));
    const create = (name: string) => ask('POST', DEPLOYMENTS, makeBody(name, { x }));
    let taken = 0;
    while ((await create(`a${taken}`)).status === 200) taken += 1;
    // 120 KB of text each: 87 would fit if only text counted.
    expect(taken).toBeLessThan(5);
  });

  it('limits updates too, and a refused update changes nothing', async () => {
    const { ask } = sceneWith({ bytes: 200_000 });
    const { json } = await ask('POST', DEPLOYMENTS, makeBody());
    const path = `${DEPLOYMENTS}/${json.id}`;
    const { deployment } = makeBody() as { deployment: object };
    const update = (bytes: number) =>
      ask('PUT', path, { deployment: { ...deployment, x: 'a'.repeat(bytes) } });
    expect((await update(300_000)).json.error_code).toBe('MOCK.429003');
    expect((await ask('GET', path)).json.x).toBeUndefined();
    for (let at = 0; at < 5; at++) expect((await update(100_000)).status).toBe(200);
  });

  it('is not used by reads of empty projects', async () => {
    const { ask } = sceneWith({ deployments: 1 });
    for (let at = 0; at < 50; at++) await ask('GET', inProject(at));
    expect((await ask('POST', inProject(1), makeBody())).status).toBe(200);
  });
});

describe('the number of deployments', () => {
  it('is limited, and the error says how to raise the limit', async () => {
    const { ask } = sceneWith({ deployments: 2 });
    await ask('POST', inProject(1), makeBody());
    await ask('POST', inProject(2), makeBody());
    const { status, json } = await ask('POST', inProject(3), makeBody());
    expect([status, json.error_code, json.error_msg]).toEqual([
      429,
      'MOCK.429004',
      'the mock stores at most 2 deployments; delete some, or raise MOCK_MAX_DEPLOYMENTS',
    ]);
  });
});

describe('the rate of creates', () => {
  it('is limited with Retry-After, and reads are not limited', async () => {
    const { ask, clock } = sceneWith({ createsPerSecond: 2 });
    const create = (name: string, body: unknown = makeBody(name)) => ask('POST', DEPLOYMENTS, body);
    expect([(await create('a')).status, (await create('b')).status]).toEqual([200, 200]);
    const { status, headers, json } = await create('c');
    expect([status, headers.get('retry-after'), json.error_code, json.error_msg]).toEqual([
      429,
      '1',
      'MOCK.429002',
      'the mock accepts 2 creates per second; wait, or raise MOCK_CREATES_PER_SECOND',
    ]);
    // The body was not read.
    expect((await create('c', '{')).status).toBe(429);
    expect((await ask('GET', DEPLOYMENTS)).json.count).toBe(2);
    clock.move(500);
    expect((await create('c')).status).toBe(200);
  });

  it('has no limit by default', async () => {
    const { ask } = createMockScene();
    const all = Array.from({ length: 100 }, (_, at) =>
      ask('POST', DEPLOYMENTS, makeBody(`a${at}`)),
    );
    expect((await Promise.all(all)).every(({ status }) => status === 200)).toBe(true);
  });
});

describe('added nodes', () => {
  const nodes = `/v2/${PROJECT}/edgemgr/nodes`;

  it('are running, have sequential names and stable IDs, and accept deployments', async () => {
    const options = { nodeCount: 1_200, strictReferences: true };
    const { ask } = createMockScene(options);
    const all = await ask('GET', `${nodes}?limit=1000&offset=6&sort=name`);
    expect(all.json.count).toBe(1_206);
    const added = await ask('GET', `${nodes}?limit=1000&name=mock-node-`);
    expect(added.json.count).toBe(1_200);
    const [first] = added.json.nodes;
    expect(first).toMatchObject({ name: 'mock-node-0001', state: 'RUNNING', arch: 'x86_64' });
    await ask('POST', DEPLOYMENTS, makeBody('app', { node_ids: [first.id] }));
    await ask('POST', DEPLOYMENTS, makeBody('other', { node_ids: [NODE] }));
    const { json } = await createMockScene(options).ask('GET', `${nodes}/${first.id}`);
    expect(json.node.name).toBe('mock-node-0001');
    expect((await ask('GET', `${nodes}/${first.id}`)).json.node.deployment_num).toBe(1);
    const { json: quotas } = await ask('GET', `/v2/${PROJECT}/edgemgr/quotas?types=edge_node`);
    expect(quotas.quotas.resources[0]).toMatchObject({ used: 1_206, quota: 2_412 });
  });
});
