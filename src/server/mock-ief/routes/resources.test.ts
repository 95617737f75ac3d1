import { describe, expect, it } from 'vitest';
import {
  createAsk,
  createMockScene,
  DEPLOYMENTS,
  makeBody,
  NODE,
  PROJECT,
} from '#src/server/scene.fixture.ts';

const V2 = `/v2/${PROJECT}/edgemgr`;
const GROUP = 'e4f9c0d6-e1d7-41d5-a108-f38aa8372ffd';
const names = (list: { name: string }[]) => list.map(({ name }) => name);

describe('nodes, groups, configmaps, secrets', () => {
  it.each([
    ['nodes', 'nodes', 'node', 6],
    ['groups', 'edge_groups', undefined, 3],
    ['configmaps', 'configmaps', 'configmap', 3],
    ['secrets', 'secrets', 'secret', 3],
  ])('lists and shows %s', async (path, listKey, itemKey, count) => {
    const { ask } = createMockScene();
    const list = await ask('GET', `${V2}/${path}`);
    expect(list.json.count).toBe(count);
    expect(list.json[listKey]).toHaveLength(count);
    const [first] = list.json[listKey];
    expect(first.project_id).toBe(PROJECT);
    const shown = await ask('GET', `${V2}/${path}/${first.id}`);
    expect(itemKey === undefined ? shown.json : shown.json[itemKey]).toEqual(first);
    expect((await ask('GET', `${V2}/${path}/nothing`)).status).toBe(404);
    const badLimit = await ask('GET', `${V2}/${path}?limit=1001`);
    expect([badLimit.status, badLimit.json.error_code]).toEqual([400, 'IEF.100005']);
  });

  it('has the node of the API page, and ARM, GPU, NPU and offline nodes', async () => {
    const { ask } = createMockScene();
    const { nodes } = (await ask('GET', `${V2}/nodes`)).json;
    expect(nodes[0].id).toBe(NODE);
    expect(nodes.some((node: { arch: string }) => node.arch === 'aarch64')).toBe(true);
    expect(nodes.some((node: { enable_gpu: boolean }) => node.enable_gpu)).toBe(true);
    expect(nodes.some((node: { npu_type: string }) => node.npu_type === 'D310')).toBe(true);
    expect(nodes.some((node: { state: string }) => node.state !== 'RUNNING')).toBe(true);
  });

  it('filters and sorts nodes', async () => {
    const { ask } = createMockScene();
    const find = async (query: string) =>
      names((await ask('GET', `${V2}/nodes${query}`)).json.nodes);
    expect(await find('?name=ARM')).toEqual(['hz-warehouse-arm-01']);
    expect(await find('?state=UNCONNECTED')).toEqual(['cd-store-018']);
    expect(await find(`?group_id=${GROUP}`)).toEqual([
      'sz-plant1-gateway-01',
      'sz-plant1-gateway-02',
    ]);
    expect(await find('?tags=site.shenzhen,line.2')).toEqual(['sz-plant1-gateway-02']);
    expect(await find('?sort=name:asc&limit=1')).toEqual(['cd-store-018']);
    expect(await find('?sort=created_at:desc&limit=1&offset=1')).toEqual(['gz-crossing-atlas-07']);
  });

  it('disconnects the nodes of a create with the tag mock-nodes=offline, in this project only', async () => {
    const { ask } = createMockScene();
    const unlisted = '0c1d2e3f-0000-4000-8000-000000000001';
    const body = {
      ...makeBody(),
      node_ids: [NODE, unlisted],
      tags: [{ key: 'mock-nodes', value: 'offline' }],
    };
    await ask('POST', DEPLOYMENTS, body);
    const offlineIn = async (project: string) =>
      (await ask('GET', `/v2/${project}/edgemgr/nodes?state=UNCONNECTED`)).json.nodes.map(
        ({ id }: { id: string }) => id,
      );
    expect(await offlineIn(PROJECT)).toEqual(expect.arrayContaining([NODE, unlisted]));
    expect(await offlineIn('f'.repeat(32))).not.toContain(NODE);
    expect((await ask('GET', DEPLOYMENTS)).json.count).toBe(0);
  });

  it('counts deployments on nodes and in groups', async () => {
    const { ask } = createMockScene();
    await ask('POST', DEPLOYMENTS, makeBody());
    const { node } = (await ask('GET', `${V2}/nodes/${NODE}`)).json;
    expect(node.deployment_num).toBe(1);
    const quota = await ask('GET', `${V2}/quotas?types=deployment`);
    expect(quota.json.quotas.resources).toEqual([
      { type: 'deployment', used: 1, quota: 500, min: -1, max: 1_000_000, project_id: PROJECT },
    ]);
  });
});

describe('pods', () => {
  const group = (replicas: number) => ({
    name: 'spread',
    group_id: GROUP,
    deployment: {
      replicas,
      template: {
        configs: { host_network: true, migration: false, restart_policy: 'Always' },
        containers: [
          {
            name: 'c',
            image_url: 'nginx',
            envs: [{ name: 'IP', field_path: 'status.hostIP' }],
          },
        ],
      },
    },
  });

  it('has one per replica, first pending, then running by the clock', async () => {
    const { ask, clock } = createMockScene();
    const created = await ask('POST', DEPLOYMENTS, group(3), { 'ief-instance-id': 'i' });
    expect(created.json.ready_replicas).toBe(0);
    const path = `/v3/${PROJECT}/edgemgr/pods?deployment_id=${created.json.id}`;
    const early = (await ask('GET', path)).json;
    expect(early.count).toBe(3);
    expect(early.pods.map(({ state }: { state: string }) => state)).toEqual(
      Array(3).fill('PENDING'),
    );
    expect(new Set(early.pods.map((pod: { node_id: string }) => pod.node_id)).size).toBe(2);
    clock.move(3_000);
    const later = (await ask('GET', path)).json;
    expect(later.pods[0]).toMatchObject({ state: 'RUNNING', deployment_id: created.json.id });
    expect(later.pods[0].containers[0]).toMatchObject({ is_ready: 'true', restarts: 0 });
    expect(later.pods[0].containers[0].envs).toEqual([{ name: 'IP' }]);
    const shown = await ask('GET', `${DEPLOYMENTS}/${created.json.id}`);
    expect(shown.json.ready_replicas).toBe(3);
  });

  it('restarts one', async () => {
    const { ask, clock } = createMockScene();
    const { json } = await ask('POST', DEPLOYMENTS, makeBody());
    clock.move(10_000);
    const path = `/v3/${PROJECT}/edgemgr/pods?deployment_ids=${json.id},x`;
    const { name } = (await ask('GET', path)).json.pods[0];
    const restarted = await ask('POST', `${DEPLOYMENTS}/${json.id}/pods/${name}/restart`);
    expect([restarted.status, typeof restarted.json]).toEqual([202, 'string']);
    const [pod] = (await ask('GET', path)).json.pods;
    expect([pod.state, pod.containers[0].restarts]).toEqual(['PENDING', 1]);
    expect((await ask('POST', `${DEPLOYMENTS}/${json.id}/pods/no/restart`)).status).toBe(404);
  });

  it.each(['', '?node_id=a&deployment_id=b'])('requires exactly one filter: %j', async (query) => {
    const { ask } = createMockScene();
    const { status, json } = await ask('GET', `/v3/${PROJECT}/edgemgr/pods${query}`);
    expect([status, json.error_code]).toEqual([400, 'MOCK.400008']);
  });
});

describe('strict references', () => {
  const withContainer = (more: object) => ({
    ...makeBody(),
    deployment: {
      replicas: 1,
      template: {
        configs: { host_network: true, restart_policy: 'Always' },
        containers: [{ name: 'c', image_url: 'nginx', ...more }],
      },
    },
  });
  const volume = (source: string) =>
    withContainer({
      volumes: [{ name: 'v', type: 'configMap', source, destination: '/v', read_only: true }],
    });
  const env = (name: string, key: string) =>
    withContainer({ envs: [{ name: 'A', value_from: { secret: { name, key } } }] });
  const at = 'deployment.template.containers[0]';
  it.each([
    ['node', { ...makeBody(), node_ids: ['nowhere'] }, 'node_ids[0]: '],
    ['configmap', volume('nothing'), `${at}.volumes[0].source: `],
    ['secret', env('nothing', 'a'), `${at}.envs[0].value_from.secret.name: `],
    ['key', env('mqtt-credentials', 'a'), `${at}.envs[0].value_from.secret.key: `],
  ])('refuses an unknown %s only if configured', async (_, body, start) => {
    const strict = await createMockScene({ strictReferences: true }).ask('POST', DEPLOYMENTS, body);
    expect([strict.status, strict.json.error_code]).toEqual([400, 'MOCK.400010']);
    expect(strict.json.error_msg.startsWith(start)).toBe(true);
    expect((await createMockScene().ask('POST', DEPLOYMENTS, body)).status).toBe(200);
  });

  it('accepts known ones', async () => {
    const { ask } = createMockScene({ strictReferences: true });
    const body = env('mqtt-credentials', 'username');
    expect((await ask('POST', DEPLOYMENTS, body)).status).toBe(200);
  });
});

describe('IAM', () => {
  const login = (password: unknown) => ({
    auth: {
      identity: {
        methods: ['password'],
        password: { user: { domain: { name: 'D' }, name: 'U', password } },
      },
      scope: { project: { name: 'cn-north-1' } },
    },
  });

  it('issues a token that the mock accepts', async () => {
    const { mock } = createMockScene({ tokens: ['listed'] });
    const ask = createAsk(mock);
    const { status, headers, json } = await ask('POST', '/v3/auth/tokens', login('x'));
    expect(status).toBe(201);
    expect(json.token.project.name).toBe('cn-north-1');
    expect(json.token.expires_at).toBe('2024-04-23T08:30:15.250000Z');
    const token = headers.get('x-subject-token') ?? '';
    expect((await ask('GET', DEPLOYMENTS, undefined, { 'x-auth-token': token })).status).toBe(200);
    const projects = await ask('GET', '/v3/projects?name=cn-north-1', undefined, {
      'x-auth-token': token,
    });
    expect(projects.json.projects).toMatchObject([{ id: json.token.project.id }]);
  });

  it('returns errors in its own format', async () => {
    const ask = createAsk(createMockScene().mock);
    const wrong = await ask('POST', '/v3/auth/tokens', login('wrong'));
    expect([wrong.status, wrong.json.error.title]).toEqual([401, 'Unauthorized']);
    const bad = await ask('POST', '/v3/auth/tokens', login(7));
    expect([bad.status, bad.json.error.code]).toEqual([400, 400]);
    expect((await ask('POST', '/v3/auth/tokens', '{')).status).toBe(400);
  });
});
