import type { GroupSpec } from '#src/domain/core/spec/field.ts';
import { asObject } from '#src/json/value.ts';

/** Names of fields in other notations, by group: Kubernetes, compose, docker, and older versions of the API. */
const otherNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Deployment: {
    labels: 'tags',
    node: 'node_ids',
    nodes: 'node_ids',
    nodename: 'node_ids',
    edgenode: 'node_ids',
    group: 'group_id',
    nodegroup: 'group_id',
    edgegroup: 'group_id',
    desc: 'description',
    spec: 'deployment',
  },
  CreateAppsInDeploymentV3: { scale: 'replicas', instances: 'replicas', spec: 'template' },
  PodRequest: {
    config: 'configs',
    services: 'containers',
    inits: 'init_containers',
    nodeselector: 'affinity',
  },
  PodConfigs: {
    network_mode: 'host_network',
    restart: 'restart_policy',
    tolerations: 'toleration_seconds',
    pid: 'host_pid',
  },
  ContainerDef: {
    image: 'image_url',
    env: 'envs',
    environment: 'envs',
    environments: 'envs',
    env_vars: 'envs',
    cmd: 'command',
    entrypoint: 'command',
    arguments: 'args',
    volume_mounts: 'volumes',
    mounts: 'volumes',
    healthcheck: 'liveness_probe',
    security_context: 'privileged',
    port_mappings: 'ports',
    user: 'run_as_user',
    image_name: 'image_url',
  },
  Env: { key: 'name', env_name: 'name', val: 'value', field_ref: 'field_path' },
  ValueFrom: {
    config_map_key_ref: 'configmap',
    config_map: 'configmap',
    secret_key_ref: 'secret',
    field_ref: 'field_path',
  },
  Volume: {
    mount_path: 'destination',
    target: 'destination',
    container_path: 'destination',
    dest: 'destination',
    host_path: 'source',
    config_map: 'source',
    secret: 'source',
    empty_dir: 'source',
    src: 'source',
    mode: 'default_mode',
  },
  HostContainerPortMapping: {
    target: 'container_port',
    target_port: 'container_port',
    port: 'container_port',
    published: 'host_port',
    node_port: 'host_port',
    ip: 'host_ip',
  },
  HostPortRange: { min: 'min_port', max: 'max_port', from: 'min_port', to: 'max_port' },
  Probe: {
    http: 'http_get',
    exec_command: 'exec',
    command: 'exec',
    tcp_socket: 'http_get or exec',
    initial_delay: 'initial_delay_seconds',
    start_period: 'initial_delay_seconds',
    timeout: 'timeout_seconds',
  },
  HttpGet: { url: 'path', protocol: 'scheme' },
  Exec: { cmd: 'command', test: 'command' },
  ResQuest: { limit: 'limits', request: 'requests', reservations: 'requests' },
  Res: {
    'nvidia.com/gpu': 'gpu',
    'huawei.com/Ascend310': 'npu',
    cpus: 'cpu',
    mem: 'memory',
    gpu_memory: 'gpu',
  },
  Attribute: { name: 'key', val: 'value' },
  MatchExpression: { op: 'operator', value: 'values' },
};

/**
 * The API key that the author of an unknown key probably meant: the same name in another notation (`imageUrl`, `image`,
 * `nvidia.com/gpu`), or one with one or two typos. Undefined if there is no such key, or several.
 */
export function knownKeyFor(spec: GroupSpec, key: string, value: unknown): string | undefined {
  // Long keys match nothing, and the comparison takes quadratic time.
  if (key.length > 60) return undefined;
  const plain = plainKey(key);
  if (plain === '') return undefined;
  // Kubernetes nests fieldRef one level deeper.
  if (spec.name === 'Env' && plain === 'valuefrom' && Object.hasOwn(asObject(value), 'fieldRef'))
    return 'field_path';
  const names = namesOf(spec);
  const exact = names.get(plain);
  if (exact !== undefined) return exact;
  const maxDistance = plain.length < 4 ? 0 : plain.length < 6 ? 1 : 2;
  let best = maxDistance + 1;
  const found = new Set<string>();
  for (const [name, target] of names) {
    // Short names must match exactly.
    const distance = name.length < 4 ? Number.POSITIVE_INFINITY : distanceOf(plain, name, best);
    if (distance > best || distance > maxDistance) continue;
    if (distance < best) found.clear();
    best = distance;
    found.add(target);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

const nameLists = new WeakMap<GroupSpec, ReadonlyMap<string, string>>();

/** The names of a group's fields, in all notations, without case and separators. */
function namesOf(spec: GroupSpec): ReadonlyMap<string, string> {
  let names = nameLists.get(spec);
  if (names === undefined) {
    const others = Object.hasOwn(otherNames, spec.name) ? (otherNames[spec.name] ?? {}) : {};
    names = new Map([
      ...Object.entries(others).map(([name, target]) => [plainKey(name), target] as const),
      ...Object.keys(spec.fields).map((name) => [plainKey(name), name] as const),
    ]);
    nameLists.set(spec, names);
  }
  return names;
}

function plainKey(key: string): string {
  return key.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Edit distance with transpositions; Infinity if the lengths differ by more than `max`. */
function distanceOf(a: string, b: string, max: number): number {
  if (Math.abs(a.length - b.length) > max) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
