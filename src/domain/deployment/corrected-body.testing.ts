import { compareDecimals } from '#src/domain/core/limits/decimal.ts';
import type { Edition, Generation } from '#src/domain/core/context.ts';

/** A body during correction. Only here are bodies changed in place, before other code uses them. */
// oxlint-disable-next-line typescript/no-explicit-any -- made of generated parts, which have no type
type Draft = any;

/**
 * Corrects a body with valid fields so that it also satisfies the rules over several fields. Written
 * independently of the rules, so that both do not share a mistake. For tests.
 */
export function mendBody(
  generated: object,
  { edition, generation }: { readonly edition: Edition; readonly generation: Generation },
): Record<string, unknown> {
  const body: Draft = generated;
  const { template } = body.deployment;
  mendTarget(body, edition);
  body.tags = once(body.tags, 'key')?.slice(0, 10);
  body.deployment.replicas =
    edition === 'professional' ? 1 : Math.abs(body.deployment.replicas % 100);
  if (edition === 'professional') delete template.affinity;
  for (const [list, name] of [
    ['containers', 'c'],
    ['init_containers', 'i'],
  ] as const) {
    for (const [index, container] of (template[list] ?? []).entries()) {
      container.name = `${name}${index}`;
      mendContainer(container, edition);
    }
  }
  mendHostPorts(template);
  mendOperators(template.affinity);
  if (generation === '2025') mendDns(template.configs);
  // Removes members without a value.
  return JSON.parse(JSON.stringify(body)) as Record<string, unknown>;
}

function mendTarget(body: Draft, edition: Edition): void {
  const { configs } = body.deployment.template;
  if (edition === 'platinum' && body.group_id) {
    configs.migration ??= false;
    return;
  }
  delete body.group_id;
  body.node_ids = [body.node_ids?.[0] ?? '9ebd8efb-9fdd-44a1-abda-9cdbc287a867'];
}

function mendContainer(container: Draft, edition: Edition): void {
  container.envs = once(container.envs, 'name');
  container.volumes = once(once(container.volumes, 'name'), 'destination');
  for (const volume of container.volumes ?? []) mendVolume(volume);
  for (const port of container.ports ?? []) mendPort(port, edition);
  const { limits, requests } = container.resources ?? {};
  if (limits?.memory !== undefined && compareDecimals(limits.memory, '4') < 0) limits.memory = '4';
  for (const amount of Object.keys(requests ?? {})) {
    const limit = limits?.[amount];
    if (limit !== undefined && compareDecimals(requests[amount], limit) > 0)
      requests[amount] = limit;
  }
}

function mendVolume(volume: Draft): void {
  if (volume.type === 'hostPath') volume.source = `/${volume.source.replaceAll(/[^\w.\-/]/g, '')}`;
  if (volume.type === 'emptyDir') volume.source = volume.source.length % 2 ? 'disk' : 'memory';
  if (volume.type === 'configMap' || volume.type === 'secret') volume.read_only = true;
  else delete volume.default_mode;
}

function mendPort(port: Draft, edition: Edition): void {
  const range = port.host_port_range;
  if (range === undefined) return;
  if (edition === 'professional') {
    delete port.host_port_range;
    port.host_port = range.min_port;
  } else if (range.min_port >= range.max_port) {
    port.host_port_range = {
      min_port: Math.min(range.max_port, 65_534),
      max_port: Math.min(range.max_port, 65_534) + 1,
    };
  }
}

/** Makes host ports unique in the pod. */
function mendHostPorts(template: Draft): void {
  const seen = new Set<string>();
  for (const container of [...template.containers, ...(template.init_containers ?? [])]) {
    container.ports = container.ports?.filter((port: Draft) => {
      if (port.host_port === undefined) return true;
      const key = `${port.host_port} ${port.host_ip ?? ''}`;
      return !seen.has(key) && seen.add(key);
    });
  }
}

/** Sets the values that each operator in an affinity requires. */
function mendOperators(part: Draft): void {
  if (typeof part !== 'object' || part === null) return;
  if (typeof part.operator === 'string') {
    if (/Exist/.test(part.operator)) delete part.values;
    else if (part.operator.endsWith('In')) part.values = [...(part.values ?? []), 'a'];
    else part.values = ['4'];
  }
  for (const inner of Object.values(part)) mendOperators(inner);
}

function mendDns(configs: Draft): void {
  const isHost = configs.host_network === true;
  if (configs.dns_policy === (isHost ? 'ClusterFirst' : 'ClusterFirstWithHostNet'))
    configs.dns_policy = 'Default';
}

function once(rows: Draft, key: string): Draft {
  const seen = new Set();
  return rows?.filter((row: Draft) => !seen.has(row[key]) && seen.add(row[key]));
}
