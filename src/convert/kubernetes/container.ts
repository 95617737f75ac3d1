import type { Path } from '#src/json/path.ts';
import type { MappingContext } from '../report/mapping-context.ts';
import {
  integerOf,
  setIfPresent,
  carryBoolean,
  carryInteger,
  carryText,
  carryTexts,
  type DraftObject,
} from '../report/carry.ts';
import { entry, entryAt, itemsOf, textOf, type SourceNode } from '../source/source.ts';
import { mapEnv } from './env.ts';
import { mapProbe, type NamedPorts } from './probes.ts';
import type { References } from './references.ts';
import { mapResources } from './resources.ts';
import { mapMounts, type PodVolumes } from './volumes.ts';

/** Settings that all containers of a pod share. */
export interface Pod {
  readonly volumes: PodVolumes;
  readonly references: References;
  readonly isHostNetwork: boolean;
  /** The user of the pod, for containers without their own. */
  readonly runAsUser: SourceNode | undefined;
}

/** One container, its keys in the order of table 6. */
export function mapContainer(
  context: MappingContext,
  source: SourceNode,
  to: Path,
  pod: Pod,
): DraftObject {
  const { ledger } = context;
  const draft: DraftObject = {};
  setIfPresent(draft, 'name', carryText(ledger, entry(source, 'name'), [...to, 'name']));
  draft.image_url = carryText(ledger, entry(source, 'image'), [...to, 'image_url']) ?? '';
  setIfPresent(draft, 'command', carryTexts(ledger, entry(source, 'command'), [...to, 'command']));
  setIfPresent(draft, 'args', carryTexts(ledger, entry(source, 'args'), [...to, 'args']));
  const privileged = entryAt(source, 'securityContext', 'privileged');
  setIfPresent(draft, 'privileged', carryBoolean(ledger, privileged, [...to, 'privileged']));
  if (context.generation === '2025') {
    const user = entryAt(source, 'securityContext', 'runAsUser') ?? pod.runAsUser;
    setIfPresent(draft, 'run_as_user', carryInteger(ledger, user, [...to, 'run_as_user']));
  }
  setIfPresent(draft, 'envs', mapEnv(context, source, [...to, 'envs'], pod.references));
  const named = namedPorts(source);
  setIfPresent(draft, 'ports', mapPorts(context, source, [...to, 'ports'], pod));
  const mounts = mapMounts(context, source, [...to, 'volumes'], pod.volumes, pod.references);
  setIfPresent(draft, 'volumes', mounts);
  for (const [key, target] of probes) {
    setIfPresent(draft, target, mapProbe(context, entry(source, key), [...to, target], named));
  }
  setIfPresent(
    draft,
    'resources',
    mapResources(context, entry(source, 'resources'), [...to, 'resources']),
  );
  return draft;
}

const probes = [
  ['readinessProbe', 'readiness_probe'],
  ['livenessProbe', 'liveness_probe'],
] as const;

function namedPorts(container: SourceNode): NamedPorts {
  const ports = new Map<string, { port: number; source: SourceNode }>();
  for (const item of itemsOf(entry(container, 'ports'))) {
    const name = textOf(entry(item, 'name'));
    const port = integerOf(entry(item, 'containerPort'));
    if (name !== undefined && port !== undefined)
      ports.set(name, { port, source: entry(item, 'name')! });
  }
  return ports;
}

function mapPorts(
  { ledger }: MappingContext,
  container: SourceNode,
  to: Path,
  pod: Pod,
): DraftObject[] {
  const mapped: DraftObject[] = [];
  const seen = new Set<string>();
  for (const item of itemsOf(entry(container, 'ports'))) {
    const target = [...to, mapped.length];
    const port = integerOf(entry(item, 'containerPort'));
    const protocol = entry(item, 'protocol');
    const id = [port, textOf(entry(item, 'hostPort')), textOf(entry(item, 'hostIP'))].join(' ');
    if (port === undefined || seen.has(id)) {
      ledger.lose(item, samePort);
      continue;
    }
    seen.add(id);
    const draft: DraftObject = {};
    setIfPresent(
      draft,
      'container_port',
      carryInteger(ledger, entry(item, 'containerPort'), [...target, 'container_port']),
    );
    setIfPresent(
      draft,
      'host_port',
      carryInteger(ledger, entry(item, 'hostPort'), [...target, 'host_port']),
    );
    if (draft.host_port === undefined && pod.isHostNetwork) draft.host_port = port;
    if (draft.host_port === undefined) ledger.note(item, target, noHostPort);
    setIfPresent(
      draft,
      'host_ip',
      carryText(ledger, entry(item, 'hostIP'), [...target, 'host_ip']),
    );
    if (textOf(protocol) === 'TCP') ledger.carry(protocol, [...target, 'container_port']);
    mapped.push(draft);
  }
  for (const item of itemsOf(entry(container, 'ports'))) {
    const name = entry(item, 'name');
    if (name?.kind === 'leaf' && !ledger.isClaimed(name) && !isUsedByProbe(container, name.text))
      ledger.lose(name, { en: 'IEF ports have no names.', zh: 'IEF 的端口没有名称字段。' });
  }
  return mapped;
}

function isUsedByProbe(container: SourceNode, name: string): boolean {
  return probes.some(([key]) => textOf(entryAt(container, key, 'httpGet', 'port')) === name);
}

const samePort = {
  en: 'another mapping has the same port, and IEF port mappings have no protocol.',
  zh: '已有相同端口的映射，IEF 的端口映射没有协议字段。',
};
const noHostPort = {
  en: 'IEF publishes ports through host ports. Enter a host port, or remove the mapping.',
  zh: 'IEF 通过主机端口发布端口，请填写主机端口或删除此映射。',
};
