import { describe, expect, test } from 'vitest';
import type { RuleId } from '#src/domain/core/issue.ts';
import { formatPath } from '#src/json/path.ts';
import type { Context } from '#src/domain/core/context.ts';
import { container, groupId, nodeId, onGroup, onNode } from './examples/example-bodies.ts';
import { judge } from './judge.testing.ts';

const professional: Context = { edition: 'professional' };
const platinum: Context = { edition: 'platinum' };
const newer: Context = { edition: 'platinum', generation: '2025' };

/** All findings of one rule, as path and severity. */
function found(rule: RuleId, body: unknown, context: Context): string[] {
  return judge(body, context)
    .filter((verdict) => verdict.rule === rule)
    .map(({ path, severity }) => `${severity} ${formatPath(path)}`);
}

describe('target', () => {
  test.each([
    [{ group_id: '', node_ids: [nodeId] }, []],
    [{ group_id: null, node_ids: [nodeId] }, []],
    [{ group_id: groupId, node_ids: null }, []],
    [{ group_id: groupId, node_ids: [] }, []],
    [{ group_id: groupId, node_ids: [nodeId] }, ['error group_id']],
    [{ group_id: '', node_ids: [] }, ['error node_ids']],
    [{}, ['error node_ids']],
    // The field check reports the empty ID.
    [{ node_ids: [''] }, []],
  ])('R01 on %j', (body, expected) => {
    expect(found('R01', body, platinum)).toEqual(expected);
  });

  test('R04 treats null as absent and false as present', () => {
    const at = 'error deployment.template.configs.migration';
    expect(found('R04', onGroup({ configs: { migration: null } }), platinum)).toEqual([at]);
    expect(found('R04', onGroup({ configs: { migration: false } }), platinum)).toEqual([]);
    expect(found('R04', { group_id: groupId }, platinum)).toEqual([at]);
  });

  test('R03 and R04 can apply together', () => {
    const body = { ...onNode(), node_ids: [], group_id: groupId };
    expect(judge(body, professional).map(({ rule }) => rule)).toEqual(['R03', 'R04']);
  });

  test('R06 and R07 never apply together, and R05 to R07 leave both or no targets to R01', () => {
    const configs = { toleration_seconds: 0, migration: true };
    const rulesOf = (root: object) =>
      judge(onNode({ configs, root: { ...root } }), platinum).map(({ rule }) => rule);
    expect(rulesOf({})).toEqual(['R05', 'R06']);
    expect(rulesOf({ node_ids: [], group_id: groupId })).toEqual([]);
    expect(rulesOf({ group_id: groupId })).toEqual(['R01']);
    expect(rulesOf({ node_ids: [] })).toEqual(['R01']);
  });
});

describe('replicas', () => {
  test.each([
    ['professional', 1, []],
    ['professional', 0, ['R08']],
    ['professional', 2, ['R08']],
    ['professional', '2', []],
    ['professional', 1.5, []],
    ['platinum', -1, ['R08']],
    ['platinum', 0, []],
    ['platinum', 99, []],
    ['platinum', 100, ['R08']],
  ] as const)('R08 in the %s edition on %j', (edition, replicas, expected) => {
    const body = edition === 'platinum' ? onGroup({ replicas }) : onNode({ replicas });
    expect(judge(body, { edition }).map(({ rule }) => rule)).toEqual(expected);
  });

  test('R09 reports nothing in the professional edition', () => {
    expect(found('R09', onNode({ replicas: 2 }), professional)).toEqual([]);
  });
});

describe('scheduling', () => {
  test.each([{}, { node_affinity: [] }, []])(
    'R10 and R11 report nothing for an affinity without rules: %j',
    (affinity) => {
      expect(judge(onNode({ template: { affinity } }), professional)).toEqual([]);
      expect(judge(onNode({ template: { affinity } }), platinum)).toEqual([]);
    },
  );

  test.each([
    ['In', undefined, true, true],
    ['In', null, true, true],
    ['NotIn', [], true, true],
    ['In', [''], false, false],
    ['In', 'east', false, false],
    ['Exists', undefined, false, false],
    ['Exists', [], false, false],
    ['Exists', ['a'], true, true],
    ['DoesNotExist', ['a'], true, true],
    ['Gt', ['4'], false, false],
    ['Gt', ['-4'], false, false],
    ['Gt', ['4.5'], false, true],
    ['Lt', ['4', '5'], false, true],
    ['Lt', [], false, true],
    ['Lt', [4], false, false],
    ['in', [], false, false],
    [undefined, [], false, false],
  ])('R12 on %s %j: %s, in 2025 %s', (operator, values, older, later) => {
    const rule = { key: 'zone', operator, values };
    const body = onGroup({ template: { affinity: { node_affinity: [rule] } } });
    const at = ['error deployment.template.affinity.node_affinity[0].values'];
    expect(found('R12', body, platinum)).toEqual(older ? at : []);
    expect(found('R12', body, newer)).toEqual(later ? at : []);
  });

  const must = 'requiredDuringSchedulingIgnoredDuringExecution';
  const should = 'preferredDuringSchedulingIgnoredDuringExecution';
  const terms = { matchExpressions: [{ key: 'zone', operator: 'In' }] };
  const kubernetes: [string, unknown, string][] = [
    [
      'required nodes',
      { nodeAffinity: { [must]: { nodeSelectorTerms: [{}, terms] } } },
      `nodeAffinity.${must}.nodeSelectorTerms[1].matchExpressions[0].values`,
    ],
    [
      'preferred nodes',
      { nodeAffinity: { [should]: [{ weight: 1, preference: terms }] } },
      `nodeAffinity.${should}[0].preference.matchExpressions[0].values`,
    ],
    ...['podAffinity', 'podAntiAffinity'].flatMap((kind): [string, unknown, string][] => [
      [
        `required ${kind}`,
        { [kind]: { [must]: [{ labelSelector: terms }] } },
        `${kind}.${must}[0].labelSelector.matchExpressions[0].values`,
      ],
      [
        `preferred ${kind}`,
        { [kind]: { [should]: [{ podAffinityTerm: { labelSelector: terms } }] } },
        `${kind}.${should}[0].podAffinityTerm.labelSelector.matchExpressions[0].values`,
      ],
    ]),
  ];

  test.each(kubernetes)('R10, R11 and R12 check %s', (_what, affinity, place) => {
    const path = 'deployment.template.affinity';
    const onPlatinum = { ...newer, edition: 'platinum' } as const;
    const grouped = onGroup({ template: { affinity } });
    expect(found('R12', grouped, onPlatinum)).toEqual([`error ${path}.${place}`]);
    expect(found('R12', grouped, platinum)).toEqual([]);
    expect(found('R10', grouped, professional)).toEqual([`error ${path}`]);
    expect(found('R11', onNode({ template: { affinity } }), platinum)).toEqual([`warning ${path}`]);
  });

  test('R13 checks each container, and leaves init containers to R32', () => {
    const ports = [{ container_port: 80, host_port: 80 }];
    const body = onNode({
      configs: { host_network: true },
      template: {
        containers: [container('a'), container('b', { ports }), container('c', { ports: [] })],
        init_containers: [container('d', { ports: [{ container_port: 80, host_port: 81 }] })],
      },
    });
    expect(
      judge(body, professional).map(({ rule, path }) => `${rule} ${formatPath(path)}`),
    ).toEqual([
      'R13 deployment.template.containers[1].ports',
      'R32 deployment.template.init_containers[0].ports',
    ]);
  });

  test.each([
    [true, 'ClusterFirst', true],
    [true, 'ClusterFirstWithHostNet', false],
    [true, 'Default', false],
    [false, 'ClusterFirst', false],
    [false, 'ClusterFirstWithHostNet', true],
    [undefined, 'ClusterFirstWithHostNet', true],
    ['yes', 'ClusterFirstWithHostNet', false],
  ])('R34 with host network %j and %s: %s', (host_network, dns_policy, isBroken) => {
    const body = onNode({ configs: { host_network, dns_policy } });
    expect(found('R34', body, newer)).toHaveLength(isBroken ? 1 : 0);
  });
});

describe('lists over the whole body', () => {
  const two = (a: object, b: object) =>
    onNode({
      template: {
        containers: [
          container('web', {
            ports: [
              { container_port: 80, ...a },
              { container_port: 81, ...b },
            ],
          }),
        ],
      },
    });

  test.each([
    [{ host_port: 80 }, { host_port: 80 }, true],
    [{ host_port: 80 }, { host_port: 80, host_ip: '' }, true],
    [{ host_port: 80, host_ip: '10.0.0.1' }, { host_port: 80, host_ip: '10.0.0.1' }, true],
    [{ host_port: 80, host_ip: '10.0.0.1' }, { host_port: 80, host_ip: '10.0.0.2' }, false],
    [{ host_port: 80 }, { host_port: 80, host_ip: '10.0.0.1' }, false],
    [{ host_port: '80' }, { host_port: '80' }, false],
  ])('R16 on host ports %j and %j: %s', (a, b, isBroken) => {
    const at = ['error deployment.template.containers[0].ports[1].host_port'];
    expect(found('R16', two(a, b), professional)).toEqual(isBroken ? at : []);
  });

  test('R16 only warns about one container port with two host ports', () => {
    const body = two({ host_port: 80 }, { host_port: 81, container_port: 80 });
    expect(found('R16', body, professional)).toEqual([
      'warning deployment.template.containers[0].ports[1].container_port',
    ]);
  });

  test('R16 allows the same container port in two containers, and checks init containers', () => {
    const port = (host_port: number) => ({ ports: [{ container_port: 80, host_port }] });
    const body = onNode({
      template: {
        containers: [container('a', port(1)), container('b', port(2))],
        init_containers: [container('c', port(2))],
      },
    });
    expect(found('R16', body, professional)).toEqual([
      'error deployment.template.init_containers[0].ports[0].host_port',
    ]);
  });

  test.each([
    [10, 0],
    [11, 1],
  ])('R29 with %i tags', (count, findings) => {
    const tags = Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: '' }));
    expect(found('R29', onNode({ root: { tags } }), professional)).toHaveLength(findings);
  });

  test('R31 reports every later duplicate among the volumes of one container', () => {
    const volume = (name: string, destination: string) => ({
      name,
      destination,
      type: 'emptyDir',
      source: 'disk',
    });
    const volumes = [volume('a', '/a'), volume('a', '/b'), volume('b', '/a'), volume('', '')];
    const body = onNode({
      template: {
        containers: [
          container('web', { volumes: [...volumes, volume('a', '/c'), volume('', '')] }),
          container('log', { volumes: [volume('a', '/a')] }),
        ],
      },
    });
    expect(found('R31', body, professional)).toEqual([
      'error deployment.template.containers[0].volumes[1].name',
      'error deployment.template.containers[0].volumes[4].name',
      'error deployment.template.containers[0].volumes[2].destination',
    ]);
  });
});
