import { describe, expect, test } from 'vitest';
import { mayBeNull, type FieldSpec } from '#src/domain/core/spec/field.ts';
import { formatPath } from '#src/json/path.ts';
import type { Generation } from '#src/domain/core/context.ts';
import { specAt } from '#src/domain/core/spec/spec-at.ts';
import { fullBody, newerBody, pathOf, withValue } from '../bodies.testing.ts';
import { deploymentGroup } from './deployment.fields.ts';
import { validate } from '../validate.ts';

const template = 'deployment.template';
const container = `${template}.containers.0`;
const configs = `${template}.configs`;
const limits = `${container}.resources.limits`;
const requests = `${container}.resources.requests`;
const http = `${container}.readiness_probe.http_get`;

const names = {
  inside: ['a', '0', 'a-b', 'a--b', '9a', 'a'.repeat(32)],
  outside: [
    '',
    '-a',
    'a-',
    '-',
    'A',
    'a_b',
    'a.b',
    'a b',
    'a\n',
    '\u0430',
    'a\u202e',
    'a'.repeat(33),
    null,
    1,
  ],
};
const ports = {
  inside: [1, 80, 65_535],
  outside: [0, 65_536, -1, 1.5, '80', '', null, true, [80]],
};
const seconds = { inside: [1, 3600], outside: [0, 3601, -1, 1.5, '10', '', null] };
const flags = { inside: [true, false], outside: ['true', 0, 1, null, ''] };
const filled = { inside: ['a', ' ', 'a'.repeat(5000)], outside: ['', null, 1, ['a'], {}] };
const words = { inside: [[], [''], ['a', '']], outside: ['a', null, [1], [null], {}] };
const megabytes = {
  inside: ['0.01', '4', '1024000', '1024000.0'],
  outside: ['0', '0.009', '1024000.1', '1024001', '', '.5', '500M', '1e3', '-1', ' 1', 500, null],
};
const absolute = {
  inside: ['/', '/a/b-c_d.e', '/a b', '/中'],
  outside: ['', 'a', './a', ' /a', '\\a', null, 1],
};
const choice = (...inside: string[]) => ({
  inside,
  outside: ['', ...inside.map((word) => ` ${word}`), 'toString', null, 0, inside],
});

interface Values {
  readonly inside: readonly unknown[];
  readonly outside: readonly unknown[];
}

/** Field, its table on the page, values just inside and just outside the limits of the page. */
const cases: readonly (readonly [string, number, Values])[] = [
  ['name', 3, names],
  [
    'description',
    3,
    {
      inside: [
        '',
        ' ',
        'a-b_c.d,e:f;g/h|i`j+k=l?m@n!',
        '中文\n第二行',
        '😀'.repeat(255),
        'a'.repeat(255),
      ],
      outside: [
        'a'.repeat(256),
        '😀'.repeat(256),
        ...`^~#$%&*<>()[]{}'"\\`,
        'fine except &',
        null,
        1,
      ],
    },
  ],
  ['source', 3, choice('userdefined')],
  ['group_id', 3, { inside: ['', 'a'], outside: [null, 1, [], {}, false] }],
  ['node_ids', 3, { inside: [null, [], ['a']], outside: ['a', [''], ['a', ''], [1], [null], {}] }],
  ['tags', 17, { inside: [[], [{ key: 'a' }]], outside: [null, {}, 'a'] }],
  [
    'tags.0.key',
    17,
    {
      inside: ['a', 'A_-9', 'a'.repeat(36)],
      outside: ['', 'a.b', 'a b', '中', 'a'.repeat(37), null, 1],
    },
  ],
  [
    'tags.0.value',
    17,
    {
      inside: ['', 'a', 'A_-.9', 'a'.repeat(43)],
      outside: ['a b', 'a/b', '中', 'a'.repeat(44), null, 1],
    },
  ],
  ['deployment.replicas', 4, { inside: [1, 0, 99], outside: ['1', '', 1.5, null, true, [1], {}] }],
  [`${configs}.host_network`, 16, flags],
  [`${configs}.host_pid`, 16, flags],
  [`${configs}.migration`, 16, flags],
  [`${configs}.restart_policy`, 16, choice('Always', 'OnFailure', 'Never')],
  [`${configs}.toleration_seconds`, 16, { inside: [0, 1, 1e9], outside: [-1, 0.5, '300', null] }],
  [`${template}.affinity.node_affinity`, 34, { inside: [[]], outside: [null, {}, 'a'] }],
  [`${template}.affinity.pod_affinity.0.key`, 34, filled],
  [
    `${template}.affinity.pod_affinity.0.operator`,
    34,
    choice('In', 'NotIn', 'Exists', 'DoesNotExist'),
  ],
  [`${template}.affinity.pod_affinity.0.operator`, 34, { inside: [], outside: ['Gt', 'Lt', 'in'] }],
  [`${template}.affinity.node_affinity.0.values`, 34, words],
  [`${template}.containers`, 6, { inside: [], outside: [[], null, {}] }],
  [`${template}.init_containers`, 6, { inside: [[]], outside: [null, {}] }],
  [`${template}.init_containers.0.name`, 6, names],
  [`${container}.name`, 6, names],
  [`${container}.image_url`, 6, filled],
  [`${container}.args`, 6, words],
  [`${container}.command`, 6, words],
  [`${container}.privileged`, 6, flags],
  [
    `${container}.version`,
    6,
    { inside: ['', '1.0', '中'.repeat(128)], outside: ['a'.repeat(129), 1, null] },
  ],
  [`${container}.npu_type`, 6, { inside: ['', 'D310'], outside: ['D310B', 'd310', null, 310] }],
  [`${container}.volumes`, 7, { inside: [[]], outside: [null, {}] }],
  [
    `${container}.volumes.0.name`,
    7,
    { inside: ['a', '0', 'a'.repeat(63)], outside: ['', 'a-b', 'A', 'a'.repeat(64), null, 1] },
  ],
  [`${container}.volumes.0.type`, 7, choice('configMap', 'secret', 'emptyDir', 'hostPath')],
  [`${container}.volumes.0.type`, 7, { inside: [], outside: ['configmap', 'Secret', 'nfs'] }],
  [`${container}.volumes.0.source`, 7, filled],
  [`${container}.volumes.0.destination`, 7, absolute],
  [`${container}.volumes.0.read_only`, 7, flags],
  [`${container}.readiness_probe.initial_delay_seconds`, 8, seconds],
  [`${container}.readiness_probe.timeout_seconds`, 8, seconds],
  [`${container}.liveness_probe.initial_delay_seconds`, 8, seconds],
  [`${container}.liveness_probe.timeout_seconds`, 8, seconds],
  [
    `${container}.liveness_probe.exec.command`,
    9,
    { inside: ['a', 'a'.repeat(10_240)], outside: ['', 'a'.repeat(10_241), ['a'], null] },
  ],
  [`${http}.path`, 10, absolute],
  [`${http}.port`, 10, ports],
  [`${http}.host`, 10, filled],
  [`${http}.scheme`, 10, choice('HTTP', 'HTTPS')],
  [`${http}.scheme`, 10, { inside: [], outside: ['http', 'https', 'TCP'] }],
  [`${container}.ports`, 11, { inside: [[]], outside: [null, {}] }],
  [`${container}.ports.0.container_port`, 11, ports],
  [`${container}.ports.0.host_port`, 11, ports],
  [`${container}.ports.0.host_ip`, 11, { inside: ['10.0.0.1'], outside: ['', null, 1] }],
  [`${container}.ports.1.host_port_range.min_port`, 12, ports],
  [`${container}.ports.1.host_port_range.max_port`, 12, ports],
  [`${container}.envs`, 13, { inside: [[]], outside: [null, {}] }],
  [
    `${container}.envs.0.name`,
    13,
    {
      inside: ['a', '_', 'A_9', 'a'.repeat(2048)],
      outside: ['', '9a', 'a-b', 'a.b', 'a=b', 'a'.repeat(2049), null, 1],
    },
  ],
  [
    `${container}.envs.0.value`,
    13,
    { inside: ['', '中'.repeat(20_480)], outside: ['a'.repeat(20_481), 1, true, null] },
  ],
  [`${container}.envs.1.field_path`, 13, choice('status.hostIP')],
  [`${container}.envs.2.value_from.secret.name`, 19, filled],
  [`${container}.envs.2.value_from.secret.key`, 19, filled],
  [`${container}.envs.3.value_from.configmap.name`, 20, filled],
  [`${container}.envs.3.value_from.configmap.key`, 20, filled],
  ...[limits, requests].flatMap((amounts) => [
    [
      `${amounts}.cpu`,
      15,
      { inside: ['0.01', '1000'], outside: ['0.0099', '1000.01', '0,1', '1e-1', '', 1, null] },
    ] as const,
    [`${amounts}.memory`, 15, megabytes] as const,
    [`${amounts}.gpu`, 15, megabytes] as const,
    [
      `${amounts}.npu`,
      15,
      { inside: ['0.01', '1', '1000'], outside: ['0', '0.0', '1000.1', '-1', '', 1] },
    ] as const,
  ]),
  ...[
    ['deployment', 4],
    [template, 5],
    [configs, 16],
    [`${template}.affinity`, 33],
    [`${container}.resources`, 14],
    [limits, 15],
    [`${container}.readiness_probe`, 8],
    [http, 10],
    [`${container}.envs.2.value_from`, 18],
    [`${container}.ports.1.host_port_range`, 12],
    [`${container}.ports.0`, 11],
  ].map(
    ([field, table]) =>
      [field as string, table as number, { inside: [], outside: [null, [], 'a', 1] }] as const,
  ),
];

const must = 'requiredDuringSchedulingIgnoredDuringExecution';
const should = 'preferredDuringSchedulingIgnoredDuringExecution';
const nodes = `${template}.affinity.nodeAffinity`;
const expression = `${nodes}.${must}.nodeSelectorTerms.0.matchExpressions.0`;
const neighbours = `${template}.affinity.podAffinity`;
const term = `${neighbours}.${must}.0`;
const chips = {
  inside: ['0.01', '1', '1000'],
  outside: ['0', '0.0', '1000.1', '-1', '', 1],
};
const weights = { inside: [1, 100], outside: [0, 101, 1.5, '1', null] };
const notObject = { inside: [{}], outside: [null, [], 'a', 1] };
const notList = { inside: [[]], outside: [null, {}, 'a'] };

/** Fields newer than the page, checked in generation 2025. */
const newerCases: readonly (readonly [string, Values])[] = [
  ['source', { inside: ['userdefined', 'iem'], outside: ['', 'other', null] }],
  ['deployment.annotations', notObject],
  ['deployment.annotations.ring_controller', choice('ascend-1980')],
  ['deployment.annotations.autonomy_edge_selector', filled],
  [`${configs}.dns_policy`, { inside: ['Default', 'ClusterFirst'], outside: ['', 'None', null] }],
  [`${container}.npu_type`, { inside: ['', 'D310', 'D310B'], outside: ['D910', null, 310] }],
  [`${container}.run_as_user`, { inside: [0, 65_534], outside: [-1, 65_535, 0.5, '0', null] }],
  [`${container}.volumes.1.default_mode`, { inside: [0, 420, 511], outside: [-1, 512, '0644'] }],
  ...[limits, requests].flatMap((amounts) => [
    [`${amounts}.D310`, chips] as const,
    [`${amounts}.D310B`, chips] as const,
  ]),
  [nodes, notObject],
  [`${nodes}.${must}`, notObject],
  [`${nodes}.${must}.nodeSelectorTerms`, notList],
  [`${nodes}.${must}.nodeSelectorTerms.0.matchExpressions`, notList],
  [`${expression}.key`, filled],
  [`${expression}.operator`, choice('In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', 'Lt')],
  [`${expression}.values`, { inside: [['4']], outside: ['a', null, [1], [null], {}] }],
  [`${nodes}.${should}`, notList],
  [`${nodes}.${should}.0.weight`, weights],
  [`${nodes}.${should}.0.preference`, notObject],
  [neighbours, notObject],
  [`${neighbours}.${must}`, notList],
  [`${term}.namespaces`, words],
  [`${term}.topologyKey`, filled],
  [`${term}.labelSelector`, notObject],
  [
    `${term}.labelSelector.matchLabels`,
    { inside: [{}, { a: '' }, { 'a/b': 'c' }], outside: [null, [], 'a'] },
  ],
  [`${term}.labelSelector.matchLabels.tier`, { inside: ['', 'a'], outside: [null, 1, ['a'], {}] }],
  [`${neighbours}.${should}.0.weight`, weights],
  [`${neighbours}.${should}.0.podAffinityTerm`, notObject],
];

/** The field issues at a path, as `severity source`. Rules over several fields have their own tests. */
function problemsAt(field: string, value: unknown, generation: Generation = '2024-04'): string[] {
  const path = pathOf(field);
  const body = generation === '2025' ? newerBody : fullBody;
  return validate(withValue(body, path, value), { edition: 'platinum', generation })
    .filter((issue) => issue.rule === undefined || issue.rule === 'R46')
    .filter((issue) => formatPath(issue.path) === formatPath(path))
    .map((issue) => `${issue.severity} ${issue.rule ?? issue.source}`);
}

/** True for an optional member, for which null only causes a warning. */
function isOptional(field: string): boolean {
  const path = pathOf(field);
  const spec = specAt(deploymentGroup, path);
  const isMember = specAt(deploymentGroup, path.slice(0, -1))?.kind === 'group';
  return spec !== undefined && isMember && mayBeNull(spec);
}

describe('the limits of the page', () => {
  test.each(cases)('%s (table %d): values just inside and just outside', (field, table, values) => {
    for (const value of values.inside)
      expect([value, problemsAt(field, value)]).toEqual([value, []]);
    for (const value of values.outside)
      expect([value, problemsAt(field, value)]).toEqual([
        value,
        value === null && isOptional(field) ? ['warning R46'] : [`error table ${table}`],
      ]);
  });

  test.each(newerCases)(
    '%s (newer than the page): values just inside and just outside',
    (field, values) => {
      for (const value of values.inside)
        expect([value, problemsAt(field, value, '2025')]).toEqual([value, []]);
      for (const value of values.outside)
        expect([value, problemsAt(field, value, '2025')]).toEqual([
          value,
          [value === null && isOptional(field) ? 'warning R46' : expect.stringMatching(/^error /)],
        ]);
    },
  );

  test('are tested on every leaf of the specs', () => {
    const tried = new Set(
      [...cases, ...newerCases].map(([field]) => specAt(deploymentGroup, pathOf(field))),
    );
    const leaves = leavesOf(deploymentGroup, 'body');
    expect(leaves.length).toBeGreaterThan(80);
    const untried = leaves.filter(([, spec]) => !tried.has(spec));
    expect(untried.map(([path]) => path)).toEqual([]);
  });
});

/** All leaves of a spec, with their paths. */
function leavesOf(spec: FieldSpec, path: string): (readonly [path: string, spec: FieldSpec])[] {
  if (spec.kind === 'rows') return leavesOf(spec.row, `${path}[]`);
  if (spec.kind !== 'group') return [[path, spec]];
  return Object.entries(spec.fields).flatMap(([key, field]) => leavesOf(field, `${path}.${key}`));
}

describe('required keys', () => {
  test.each<[string, number]>([
    ['name', 3],
    ['deployment', 4],
    ['deployment.replicas', 4],
    ['deployment.template', 5],
    [configs, 16],
    [`${configs}.restart_policy`, 16],
    [`${template}.containers`, 6],
    [`${container}.name`, 6],
    [`${container}.image_url`, 6],
    [`${template}.init_containers.0.image_url`, 6],
    [`${container}.volumes.0.name`, 7],
    [`${container}.volumes.0.type`, 7],
    [`${container}.volumes.0.source`, 7],
    [`${container}.volumes.0.destination`, 7],
    [`${container}.liveness_probe.exec.command`, 9],
    [`${http}.path`, 10],
    [`${http}.port`, 10],
    [`${container}.ports.0.container_port`, 11],
    [`${container}.ports.1.host_port_range.min_port`, 12],
    [`${container}.ports.1.host_port_range.max_port`, 12],
    [`${container}.envs.0.name`, 13],
    [`${container}.envs.2.value_from.secret.name`, 19],
    [`${container}.envs.2.value_from.secret.key`, 19],
    [`${container}.envs.3.value_from.configmap.key`, 20],
    ['tags.0.key', 17],
    [`${template}.affinity.node_affinity.0.key`, 34],
    [`${template}.affinity.node_affinity.0.operator`, 34],
  ])('%s is reported as missing', (field, table) => {
    expect(problemsAt(field, undefined)).toEqual([`error table ${table}`]);
  });
});
