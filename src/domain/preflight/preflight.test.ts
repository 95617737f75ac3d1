import { describe, expect, test } from 'vitest';
import type { Context } from '#src/domain/core/context.ts';
import { container, nodeId, onNode } from '#src/domain/deployment/rules/examples/example-bodies.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import { usageOfRecord, type DeploymentUse } from './deployment-use.ts';
import { preflight, type PreflightLists, type PreflightNode } from './preflight.ts';

const node: PreflightNode = {
  id: nodeId,
  name: 'plant-1',
  state: 'RUNNING',
  arch: 'x86_64',
  hasGpu: false,
  hasNpu: false,
  npuType: '',
  cpu: 4,
  memory: 7822,
  updatedMs: 1_000,
};

const running = (name: string, parts: object, more: object = {}): DeploymentUse =>
  usageOfRecord({
    id: `id-of-${name}`,
    name,
    node_ids: [nodeId],
    replicas: 1,
    template: { containers: [container('broker', { ...parts })] },
    ...more,
  });

/** The results for a body, with the issues that the rules find with the same lists. */
function run(body: object, lists: PreflightLists) {
  const context: Context = {
    edition: 'professional',
    facts: {
      ...(lists.nodes && {
        nodes: lists.nodes.map((one) => ({
          ...one,
          enableGpu: one.hasGpu,
          enableNpu: one.hasNpu,
        })),
        hasAllNodes: true,
      }),
      ...(lists.deployments && { deploymentNames: lists.deployments.map(({ name }) => name) }),
    },
  };
  return preflight(body, validate(body, context), lists).results;
}

const lines = (body: object, lists: PreflightLists) =>
  run(body, lists).map(({ state, check }) => `${state} ${check}`);

const body = (parts: object = {}) => onNode({ container: { ...parts } });

describe('preflight', () => {
  test('passes every check that it can make', () => {
    const own = body({
      image_url: 'pause-amd64',
      ports: [{ container_port: 80, host_port: 80 }],
      resources: { requests: { cpu: '1', memory: '512' } },
    });
    const lists = { nodes: [node], deployments: [], quota: { used: 38, quota: 50 } };
    expect(lines(own, lists)).toEqual([
      'passed node',
      'passed architecture',
      'passed cpu',
      'passed memory',
      'passed ports',
      'passed quota',
      'passed name',
    ]);
  });

  test('says nothing about lists that it does not have', () => {
    expect(lines(body({ ports: [{ container_port: 80, host_port: 80 }] }), {})).toEqual([]);
  });

  test('survives any body', () => {
    for (const odd of [null, 1, [], { node_ids: 1 }, { deployment: { template: [] } }])
      expect(preflight(odd, [], { nodes: [node], deployments: [] }).node).toBeUndefined();
  });

  test('does not compare a deployment with itself', () => {
    const own = { ...body({ ports: [{ container_port: 80, host_port: 80 }] }), name: 'web' };
    const same = running('web', { ports: [{ container_port: 80, host_port: 80 }] });
    expect(lines(own, { nodes: [node], deployments: [same] })).toContain('passed ports');
  });

  test('ignores deployments on other nodes', () => {
    const own = body({ ports: [{ container_port: 80, host_port: 80 }] });
    const other = running(
      'elsewhere',
      { ports: [{ container_port: 80, host_port: 80 }], resources: { limits: { cpu: '9' } } },
      { node_ids: ['another'] },
    );
    expect(lines(own, { nodes: [node], deployments: [other] })).not.toContain('warning ports');
  });
});

describe('warns, with evidence,', () => {
  test('about a node that is not running, and since when', () => {
    const [first] = run(body(), { nodes: [{ ...node, state: 'UNCONNECTED' }] });
    expect(first).toMatchObject({
      check: 'node',
      state: 'warning',
      rule: 'R39',
      path: ['node_ids', 0],
      evidence: ['state = UNCONNECTED', `node_ids[0] = ${nodeId}`],
      sinceMs: 1_000,
    });
  });

  test('about an image for another architecture', () => {
    const [first] = run(body({ image_url: 'arm64v8/nginx' }), { nodes: [node] });
    expect(first).toMatchObject({
      check: 'architecture',
      rule: 'R36',
      evidence: ['arch = x86_64', 'containers[0].image_url = arm64v8/nginx'],
    });
  });

  test.each([
    [
      'a missing GPU',
      'GPU, but the node has none',
      { resources: { limits: { gpu: '500' } } },
      node,
    ],
    ['a missing NPU', 'NPU, but the node has none', { resources: { limits: { npu: '1' } } }, node],
    [
      'another kind of NPU',
      'NPU of another kind',
      { npu_type: 'D310', resources: { limits: { npu: '1' } } },
      { ...node, hasNpu: true, npuType: 'D910' },
    ],
  ])('about %s', (_case, words, parts, chosen) => {
    const [first] = run(body(parts), { nodes: [chosen] });
    expect(first).toMatchObject({ check: 'devices', state: 'warning', rule: 'R28' });
    expect(first!.message.en).toContain(words);
    expect(first!.evidence).toContain(`enable_npu = ${chosen.hasNpu}`);
  });

  test('about requests above the cores of the node', () => {
    const own = body({ resources: { requests: { cpu: '4.5' } } });
    const [first] = run(own, { nodes: [node], deployments: [] });
    expect(first).toMatchObject({
      check: 'cpu',
      state: 'warning',
      evidence: ['cpu = 4'],
      meter: { requested: 0, added: 4.5, capacity: 4 },
    });
    expect(first!.message.en).toBe('CPU: this deployment requests 4.5 cores, but the node has 4.');
  });

  test('but not about requests that fill the node exactly', () => {
    const own = body({ resources: { requests: { cpu: '0.43' } } });
    const others = ['1.12', '1.45'].map((cpu, index) =>
      running(`db-${index}`, { resources: { requests: { cpu } } }),
    );
    const results = run(own, { nodes: [{ ...node, cpu: 3 }], deployments: others });
    expect(results.find(({ check }) => check === 'cpu')).toMatchObject({ state: 'passed' });
  });

  test('about requests above the memory that the other deployments leave', () => {
    const own = body({ resources: { requests: { memory: '640' } } });
    const other = running('db', { resources: { requests: { memory: '7400' } } });
    const [first] = run(own, { nodes: [node], deployments: [other] });
    expect(first!.message).toEqual({
      en: 'Memory: 1 other deployment requests 7,400 of 7,822 MB, and this one adds 640.',
      zh: '内存：节点上的 1 个应用部署已申请 7400 / 7822 MB，本次再申请 640 MB。',
    });
  });

  test('about a host port of another deployment, which it names', () => {
    const own = body({ ports: [{ container_port: 1883, host_port: 1883, host_ip: '10.0.0.1' }] });
    const other = running('edge-mqtt', { ports: [{ container_port: 1, host_port: 1883 }] });
    const [first] = run(own, { nodes: [node], deployments: [other] });
    expect(first).toMatchObject({
      check: 'ports',
      path: ['deployment', 'template', 'containers', 0, 'ports', 0, 'host_port'],
      evidence: ['edge-mqtt: containers[0].ports[0].host_port = 1883'],
    });
    expect(first!.message.en).toMatch(
      /^Host port 1883 is taken on this node by deployment “edge-mqtt”, container “broker”\./,
    );
  });

  test('about a quota that is used up', () => {
    const [first] = run(body(), { quota: { used: 50, quota: 50 } });
    expect(first).toMatchObject({
      check: 'quota',
      state: 'warning',
      evidence: ['used = 50', 'quota = 50'],
    });
  });

  test('about a name that is taken', () => {
    const own = { ...body(), name: 'web' };
    const results = run(own, { deployments: [running('web', {}, { node_ids: ['another'] })] });
    expect(results).toMatchObject([{ check: 'name', state: 'warning', rule: 'R30' }]);
  });
});

describe('the usage of a deployment', () => {
  const amounts = (containers: object[], init: object[] = [], replicas: unknown = 1) =>
    usageOfRecord({ replicas, template: { containers, init_containers: init } }).amounts;
  const requests = (cpu: unknown) => ({ resources: { requests: { cpu } } });

  test('adds up containers, and counts init containers only if one needs more', () => {
    expect(amounts([requests('0.5'), requests('1')], [requests('1'), requests('1')]).cpu).toBe(1.5);
    expect(amounts([requests('0.5')], [requests('2')]).cpu).toBe(2);
  });

  test('counts a limit where there is no request, and every replica', () => {
    expect(amounts([{ resources: { limits: { memory: '500' } } }], [], 3).memory).toBe(1500);
    expect(amounts([requests('1')], [], 0).cpu).toBe(0);
  });

  test('reads numbers, and skips text that is not a decimal', () => {
    expect(amounts([requests(0.25), requests('500m'), requests(null)]).cpu).toBe(0.25);
  });

  test('does not keep the template of a listed deployment', () => {
    const use = running('db', {
      envs: [{ name: 'KEY', value: 'private' }],
      ports: [{ host_port: 1 }],
    });
    expect(JSON.stringify(use)).not.toContain('private');
    expect(use.ports).toHaveLength(1);
  });

  test('says whether a configmap, a secret or a key is missing', () => {
    const env = (kind: string, name: string, key: string) => ({
      name: `${kind}_${key}`.toUpperCase(),
      value_from: { [kind]: { name, key } },
    });
    const volume = (type: string) => ({
      name: type.toLowerCase(),
      type,
      source: 'gone',
      destination: `/${type}`,
    });
    const referring = body({
      envs: [
        env('configmap', 'gone', 'a'),
        env('configmap', 'known', 'b'),
        env('secret', 'gone', 'a'),
        env('secret', 'known', 'b'),
      ],
      volumes: [volume('configMap'), volume('secret')],
    });
    const objects = [{ name: 'known', keys: ['a'] }];
    const issues = validate(referring, {
      edition: 'professional',
      facts: { configmaps: objects, secrets: objects },
    });
    expect(preflight(referring, issues, {}).results.map(({ message }) => message.en)).toEqual([
      'The configmap does not exist in the project.',
      'The configmap has no such key.',
      'The secret does not exist in the project.',
      'The secret has no such key.',
      'The configmap does not exist in the project.',
      'The secret does not exist in the project.',
    ]);
  });
});

test.each([
  [['pause-amd64'], '1 of 1 image names an architecture'],
  [['pause-amd64', 'nginx'], '1 of 2 images names an architecture'],
  [['pause-amd64', 'web-amd64'], '2 of 2 images name an architecture'],
])('the images %j are counted in words', (images, words) => {
  const containers = images.map((image_url, index) => container(`c${index}`, { image_url }));
  const own = { ...body(), deployment: { replicas: 1, template: { containers } } };
  const found = run(own, { nodes: [node] }).find(({ check }) => check === 'architecture');
  expect(found?.message.en).toContain(words);
});
