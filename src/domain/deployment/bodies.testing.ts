import fc from 'fast-check';
import type { Path } from '#src/json/path.ts';

/** A body for the platinum edition that has every field of the API page and no issues. For tests. */
export const fullBody: Readonly<Record<string, unknown>> = {
  name: 'full-body-1',
  description: 'Every field of the page, 每个字段',
  source: 'userdefined',
  tags: [
    { key: 'app_Name-1', value: 'v1.0_a-b' },
    { key: 'empty', value: '' },
  ],
  group_id: 'e4f9c0d6-e1d7-41d5-a108-f38aa8372ffd',
  deployment: {
    replicas: 3,
    template: {
      configs: {
        restart_policy: 'Always',
        host_network: false,
        host_pid: false,
        migration: true,
        toleration_seconds: 300,
      },
      affinity: {
        node_affinity: [{ key: 'arch', operator: 'In', values: ['arm64'] }],
        pod_affinity: [{ key: 'app', operator: 'DoesNotExist' }],
      },
      init_containers: [{ name: 'prepare', image_url: 'busybox:1.36', command: ['true'] }],
      containers: [
        {
          name: 'main',
          image_url: 'nginx:alpine',
          version: '1.0',
          command: ['/bin/sh', '-c'],
          args: ['exec nginx', ''],
          privileged: false,
          npu_type: 'D310',
          envs: [
            { name: '_PLAIN1', value: '' },
            { name: 'NODE_IP', field_path: 'status.hostIP' },
            { name: 'SECRET', value_from: { secret: { name: 'keys', key: 'token' } } },
            { name: 'CONFIG', value_from: { configmap: { name: 'app', key: 'mode' } } },
          ],
          ports: [
            { container_port: 80, host_port: 8080, host_ip: '192.168.0.1' },
            { container_port: 443, host_port_range: { min_port: 30_000, max_port: 30_100 } },
          ],
          volumes: [
            {
              name: 'logs',
              type: 'hostPath',
              source: '/var/log',
              destination: '/logs',
              read_only: false,
            },
            {
              name: 'conf',
              type: 'configMap',
              source: 'app',
              destination: '/etc/app',
              read_only: true,
            },
            { name: 'keys', type: 'secret', source: 'keys', destination: '/etc/keys' },
            { name: 'tmp', type: 'emptyDir', source: 'memory', destination: '/scratch' },
          ],
          readiness_probe: {
            http_get: { path: '/healthz', port: 80, host: '127.0.0.1', scheme: 'HTTPS' },
            initial_delay_seconds: 10,
            timeout_seconds: 1,
          },
          liveness_probe: { exec: { command: 'cat /tmp/healthy' }, initial_delay_seconds: 3600 },
          resources: {
            limits: { cpu: '1', memory: '512', gpu: '500', npu: '1' },
            requests: { cpu: '0.25', memory: '0.01', gpu: '500', npu: '1' },
          },
        },
      ],
    },
  },
};

/** The path for a dotted text: `['a', 0, 'b']` for `a.0.b`. For tests. */
export const pathOf = (dotted: string): Path =>
  dotted.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key));

/**
 * A copy of the body with `value` at `path` (undefined removes it) that shares all other parts, as in the
 * document store. For tests.
 */
export function withValue(body: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const part = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const next = withValue(Object.hasOwn(part, key) ? part[key] : undefined, rest, value);
  if (Array.isArray(body)) {
    if (next === undefined) return body.toSpliced(Number(key), 1);
    return Number(key) < body.length ? body.with(Number(key), next) : [...body, next];
  }
  const others = Object.entries(part).filter(([name]) => name !== String(key));
  return Object.fromEntries(next === undefined ? others : [...others, [key, next]]);
}

const must = 'requiredDuringSchedulingIgnoredDuringExecution';
const should = 'preferredDuringSchedulingIgnoredDuringExecution';
const podTerm = {
  labelSelector: {
    matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'db'] }],
    matchLabels: { tier: 'edge', empty: '' },
  },
  namespaces: ['default'],
  topologyKey: 'kubernetes.io/hostname',
};
const podTerms = {
  [must]: [podTerm],
  [should]: [{ weight: 100, podAffinityTerm: podTerm }],
};

/** The full body in generation 2025, with every newer field and the affinity in the Kubernetes format. For tests. */
export const newerBody: Readonly<Record<string, unknown>> = (
  [
    ['source', 'iem'],
    [
      'deployment.annotations',
      { ring_controller: 'ascend-1980', autonomy_edge_selector: 'e4f9c0d6-e1d7' },
    ],
    ['deployment.template.configs.dns_policy', 'ClusterFirst'],
    [
      'deployment.template.affinity',
      {
        nodeAffinity: {
          [must]: {
            nodeSelectorTerms: [
              { matchExpressions: [{ key: 'cores', operator: 'Gt', values: ['4'] }] },
            ],
          },
          [should]: [
            {
              weight: 1,
              preference: { matchExpressions: [{ key: 'gpu', operator: 'Exists' }] },
            },
          ],
        },
        podAffinity: podTerms,
        podAntiAffinity: podTerms,
      },
    ],
    ['deployment.template.containers.0.npu_type', 'D310B'],
    ['deployment.template.containers.0.run_as_user', 65_534],
    ['deployment.template.containers.0.volumes.1.default_mode', 420],
    ['deployment.template.containers.0.resources.limits.D310', '2'],
    ['deployment.template.containers.0.resources.limits.D310B', '2'],
    ['deployment.template.containers.0.resources.requests.D310', '1'],
    ['deployment.template.containers.0.resources.requests.D310B', '1'],
  ] as const
).reduce<unknown>(
  (body, [field, value]) => withValue(body, pathOf(field), value),
  fullBody,
) as Readonly<Record<string, unknown>>;

/** A change of a body; `walk` leads to the changed part. For tests. */
export interface Mutation {
  readonly walk: readonly number[];
  readonly how: 'replace' | 'remove' | 'add' | 'repeat';
  readonly key: string;
  readonly value: unknown;
}

const nearLimits = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    ' ',
    'a',
    'A-b_c.d',
    '-a',
    '/',
    '/a',
    'D310',
    'In',
    'Always',
    'HTTP',
  ),
  fc.constantFrom<unknown>('0', '0.01', '4', '1000', '1000.1', '1024000', '1e3', '500M', '\u202e'),
  fc.constantFrom<unknown>(0, 1, -1, 1.5, 99, 100, 3600, 3601, 65_535, 65_536, 2 ** 53, -0),
  fc.constantFrom<unknown>(null, true, false, [], {}, [''], ['x'], [null], [{}], { name: 'x' }),
  fc.constantFrom(32, 33, 43, 44, 255, 256, 2048, 2049).map((length) => 'a'.repeat(length)),
  fc.jsonValue({ maxDepth: 2 }),
);

/** An arbitrary change of a body, usually near a limit. For tests. */
export const anyMutation: fc.Arbitrary<Mutation> = fc.record({
  walk: fc.array(fc.nat(11), { minLength: 1, maxLength: 8 }),
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'repeat'),
  key: fc.constantFrom(
    'name',
    'value',
    'host_port',
    'exec',
    'D310',
    'nodeAffinity',
    'dns_policy',
    '',
    'a.b',
    '__proto__',
    'toString',
  ),
  value: nearLimits,
});

/** The body after a change; it shares all unchanged parts. For tests. */
export function mutate(body: unknown, { walk, how, key, value }: Mutation): unknown {
  const path: (string | number)[] = [];
  let part = body;
  for (const step of walk) {
    if (typeof part !== 'object' || part === null) break;
    const keys = Object.keys(part);
    if (keys.length === 0) break;
    const next = keys[step % keys.length]!;
    path.push(Array.isArray(part) ? Number(next) : next);
    part = (part as Record<string, unknown>)[next];
  }
  if (how === 'remove') return path.length === 0 ? body : withValue(body, path, undefined);
  if (how === 'replace') return withValue(body, path, value);
  // The same object twice, like a row that is inserted again.
  if (how === 'repeat')
    return Array.isArray(part) ? withValue(body, path, [...part, ...part]) : body;
  return withValue(body, [...path, key], value);
}

/** A valid body after some changes. For tests. */
export const anyChangeOf = (good: unknown): fc.Arbitrary<unknown> =>
  fc.array(anyMutation, { maxLength: 6 }).map((mutations) => mutations.reduce(mutate, good));

/** The full body after some changes. For tests. */
export const anyBody: fc.Arbitrary<unknown> = anyChangeOf(fullBody);
