/** Values in = carried + changed + lost, for generated inputs of each kind. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';
import { convert, type Conversion } from './convert.ts';
import type { ConvertRequest, Kind } from './request/kinds.ts';

/** Values of a JSON text, counted without the code under test. */
function countValues(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  const parts = Object.values(value) as Json[];
  return parts.length === 0 ? 1 : parts.reduce((sum: number, part) => sum + countValues(part), 0);
}

function convertOrThrow(request: ConvertRequest): Conversion {
  const result = convert(request);
  if ('refusal' in result) throw new Error(JSON.stringify(result.refusal));
  return result;
}

/** Each value has one entry, the sums agree with the entries, and pointers lead into the body. */
function expectWholeAccount({ body, report, carried, values }: Conversion, count: number): void {
  const entries = report.filter(({ level }) => level !== 'note');
  expect(entries.length).toBe(count);
  expect(values).toBe(count);
  expect(carried).toBe(entries.filter(({ level }) => level !== 'lost').length);
  for (const { level, path, message } of entries) {
    if (level === 'lost') expect(path).toBeNull();
    else if (path !== null) expect([path, pointed(body, path)]).not.toEqual([path, undefined]);
    expect(message.zh).not.toBe('');
  }
}

function pointed(body: Json, pointer: string): Json | undefined {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const path = keys.map((key, index) =>
    Array.isArray(getIn(body, pathOf(body, keys.slice(0, index)))) ? Number(key) : key,
  );
  return getIn(body, path);
}

function pathOf(body: Json, keys: readonly string[]): (string | number)[] {
  const path: (string | number)[] = [];
  for (const key of keys) path.push(Array.isArray(getIn(body, path)) ? Number(key) : key);
  return path;
}

/** Trees with keys and values that the mappings look for, also in places where they do not belong. */
function treesOf(keys: readonly string[], texts: readonly string[]): fc.Arbitrary<Json> {
  const scalar = fc.oneof(
    fc.constantFrom<Json>(...texts, '', null, true, false, 0, 1, 8080, -1),
    fc.string({ maxLength: 6, unit: 'grapheme-ascii' }),
    fc.nat(70_000),
  );
  const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      scalar,
      fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 5 }),
      fc.array(tie('tree'), { maxLength: 4 }),
    ),
  }));
  return tree;
}

const words = (text: string) => text.split(/\s+/).filter(Boolean);

const kubernetesTree = treesOf(
  words(`apiVersion kind metadata name generateName labels annotations namespace spec replicas selector
    matchLabels template initContainers containers image command args env envFrom value valueFrom
    configMapKeyRef secretKeyRef configMapRef secretRef fieldRef fieldPath key ports containerPort
    hostPort hostIP protocol resources limits requests cpu memory nvidia.com/gpu
    huawei.com/Ascend310 volumes volumeMounts mountPath readOnly hostPath path type emptyDir medium
    configMap secret secretName defaultMode livenessProbe readinessProbe httpGet exec port scheme
    initialDelaySeconds timeoutSeconds securityContext privileged runAsUser hostNetwork hostPID
    restartPolicy tolerations tolerationSeconds affinity nodeAffinity podAntiAffinity nodeSelector
    requiredDuringSchedulingIgnoredDuringExecution nodeSelectorTerms matchExpressions operator
    values labelSelector topologyKey status items data`),
  words(
    'Pod web nginx:1.25 500m 1Gi 128M http /data status.hostIP cfg TCP Memory In Exists yes 012',
  ),
);

const podTree = fc.record(
  {
    containers: fc.array(kubernetesTree, { maxLength: 3 }),
    initContainers: kubernetesTree,
    volumes: fc.array(kubernetesTree, { maxLength: 3 }),
    tolerations: kubernetesTree,
    affinity: kubernetesTree,
    restartPolicy: kubernetesTree,
    hostNetwork: kubernetesTree,
  },
  { requiredKeys: [] },
);

const manifest = fc.record({
  apiVersion: fc.constant('apps/v1'),
  kind: fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'),
  metadata: kubernetesTree,
  spec: fc.record({ replicas: kubernetesTree, template: fc.record({ spec: podTree }) }),
});

const configMap = fc.record({
  apiVersion: fc.constant('v1'),
  kind: fc.constantFrom('ConfigMap', 'Secret'),
  metadata: fc.record({ name: fc.constant('cfg') }),
  data: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2')),
});

const iefTree = treesOf(
  words(`id name description node_ids group_id tags deployment replicas template configs containers
    image_url resources limits cpu envs value created_at project_id source scheme constructor
    toString version body task_data targets annotations init_containers liveness_probe`),
  words('userdefine http nginx:1.25 0.5 {"a":1}'),
);

const iefBody = fc.oneof(
  fc.record({ name: iefTree, node_ids: iefTree, deployment: iefTree }),
  fc.record({ id: iefTree, name: iefTree, template: fc.dictionary(fc.string(), iefTree) }),
  fc.record({ body: fc.record({ node_ids: iefTree, deployment: iefTree }), other: iefTree }),
  fc.record({ configs: iefTree, containers: fc.array(iefTree), node_ids: iefTree }),
);

const composeTree = treesOf(
  words(`image build container_name entrypoint command environment env_file ports volumes tmpfs
    devices network_mode pid privileged restart healthcheck test timeout start_period disable
    mem_limit cpus deploy resources limits reservations memory replicas restart_policy condition
    user extends service profiles target published protocol type source read_only name depends_on`),
  words(
    'app:1 8080:80 3000-3002:3000-3002 /a:/b:ro data:/x 64m 0.5 host always CMD-SHELL K=V $V ${V:-x} bind',
  ),
);

const composeFile = fc.record({
  version: composeTree,
  services: fc.dictionary(fc.constantFrom('web', 'db', 'my_app'), composeTree, { minKeys: 1 }),
  volumes: composeTree,
});

const inspectTree = treesOf(
  words(`Name Config HostConfig Env Cmd Entrypoint Image User Healthcheck Test Timeout PortBindings
    80/tcp 53/udp HostIp HostPort Binds Mounts Type SourceNode Destination RW Devices PathOnHost Tmpfs
    Memory NanoCpus RestartPolicy NetworkMode PidMode Privileged ExposedPorts State Labels`),
  words('/web nginx:1 A=1 /a:/b:ro host bind always CMD'),
);

const inspected = fc.array(
  fc.record({
    Name: inspectTree,
    Config: fc.dictionary(
      fc.constantFrom('Env', 'Cmd', 'Image', 'User', 'Healthcheck'),
      inspectTree,
    ),
    HostConfig: fc.dictionary(
      fc.constantFrom('Binds', 'PortBindings', 'Memory', 'Devices', 'RestartPolicy'),
      inspectTree,
    ),
    Mounts: inspectTree,
  }),
  { minLength: 1, maxLength: 2 },
);

/** A flag with its value as a shell would take it, and the number of values in it. */
const flag = fc.oneof(
  fc.constantFrom('-d', '--rm', '-i', '--privileged', '--frobnicate', '-P'),
  fc
    .tuple(
      fc.constantFrom('-e', '-p', '-v', '--name', '--mount', '-m', '--cpus', '-u', '--restart'),
      fc.constantFrom('A=1', 'A=2', '80:80', 'x', '/a:/b', '64m', 'always', "''", "'a b'", '"$X"'),
      fc.constantFrom(' ', '=', ' \\\n '),
    )
    .map(([name, value, gap]) =>
      gap === '=' && !name.startsWith('--') ? `${name} ${value}` : name + gap + value,
    ),
);

const runLine = fc.record({
  flags: fc.array(flag, { maxLength: 12 }),
  args: fc.array(fc.constantFrom('run', '--flag', "'x y'", '-c'), { maxLength: 4 }),
});

const options = fc.record({
  edition: fc.constantFrom('professional' as const, 'platinum' as const),
  generation: fc.constantFrom('2024-04' as const, '2025' as const),
});

function expectAccountOf(kind: Kind, value: Json, request: Partial<ConvertRequest>): void {
  const text = JSON.stringify(value);
  // Only texts that convert reads as they are: other tests cover __proto__ and JSON inside texts.
  fc.pre(!text.includes('__proto__'));
  const result = convert({ text, from: kind, ...request });
  if ('refusal' in result) {
    expect(result.refusal.message.en).toMatch(/surrogate|notation/);
    return;
  }
  expectWholeAccount(result, countValues(JSON.parse(text) as Json));
}

describe('values in = carried + changed + lost', () => {
  test('for Kubernetes manifests as JSON', () => {
    fc.assert(
      fc.property(manifest, options, (value, request) =>
        expectAccountOf('kubernetes', value as Json, request),
      ),
      { numRuns: 100 },
    );
  });

  test('for Kubernetes manifests as YAML, several in a text', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(manifest, configMap), { maxLength: 3 }), (values) => {
        const documents = [{ apiVersion: 'v1', kind: 'Pod' }, ...values] as Json[];
        const text = documents.map((one) => stringify(one, { version: '1.1' })).join('---\n');
        const count = documents.reduce((sum: number, one) => sum + countValues(one), 0);
        expectWholeAccount(convertOrThrow({ text }), count);
      }),
      { numRuns: 50 },
    );
  });

  test('for IEF bodies, responses, wrappers and version 2', () => {
    fc.assert(
      fc.property(iefBody, (value) => expectAccountOf('ief', value as Json, {})),
      { numRuns: 100 },
    );
  });

  test('an IEF body stays unchanged, whatever it contains', () => {
    const body = fc.record({
      name: iefTree,
      deployment: fc.record({ template: fc.dictionary(fc.string(), iefTree) }),
    });
    fc.assert(
      fc.property(body, (value) => {
        const text = JSON.stringify(value);
        fc.pre(!text.includes('__proto__'));
        expect(convertOrThrow({ text, from: 'ief' }).body).toEqual(JSON.parse(text));
      }),
    );
  });

  test('for compose files', () => {
    fc.assert(
      fc.property(composeFile, options, (value, request) =>
        expectAccountOf('compose', value as Json, request),
      ),
      { numRuns: 100 },
    );
  });

  test('for docker inspect', () => {
    fc.assert(
      fc.property(inspected, options, (value, request) =>
        expectAccountOf('docker-inspect', value as Json, request),
      ),
      { numRuns: 100 },
    );
  });

  test('for docker run: each flag, the image and each argument', () => {
    fc.assert(
      fc.property(runLine, options, ({ flags, args }, request) => {
        const text = ['docker run', ...flags, 'app:1', ...args].join(' ');
        const result = convertOrThrow({ text, ...request });
        expectWholeAccount(result, flags.length + 1 + args.length);
      }),
      { numRuns: 200 },
    );
  });

  test('for curl: each option, the address and each value of the body', () => {
    const header = fc.constantFrom('X-Auth-Token: t', 'Accept: */*', 'A: b');
    fc.assert(
      fc.property(fc.array(header), iefTree, fc.boolean(), (headers, tree, isPretty) => {
        const body = JSON.stringify({ name: 'a', node_ids: [], x: tree }, null, isPretty ? 2 : 0);
        fc.pre(!/__proto__|[\ud800-\udfff]/.test(body));
        const quoted = `'${body.replaceAll("'", String.raw`'\''`)}'`;
        const all = [...headers.map((one) => `-H '${one}'`), 'https://x/v3/1/edgemgr/deployments'];
        const result = convertOrThrow({ text: `curl -X POST ${all.join(' ')} -d ${quoted}` });
        expectWholeAccount(result, headers.length + 2 + countValues(JSON.parse(body) as Json));
      }),
      { numRuns: 100 },
    );
  });

  test('for .env: each line that is neither blank nor a comment', () => {
    const line = fc.constantFrom(
      'A=1',
      'A=2',
      'B="x"',
      "C='y'",
      'export D=1',
      '',
      '# no',
      'E',
      '=1',
      'F=$A',
    );
    fc.assert(
      fc.property(
        fc.array(line),
        fc.constantFrom('docker' as const, 'compose' as const),
        (lines, dialect) => {
          const text = ['A=0', ...lines].join('\n');
          const count = lines.filter((one) => one !== '' && !one.startsWith('#')).length + 1;
          expectWholeAccount(convertOrThrow({ text, dialect }), count);
        },
      ),
      { numRuns: 200 },
    );
  });
});
