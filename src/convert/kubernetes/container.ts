import type { Path } from '#src/json/path.ts';
import type { Mapping } from '../report/mapping.ts';
import {
  integerOf,
  put,
  takeFlag,
  takeInteger,
  takeText,
  takeTexts,
  type DraftObject,
} from '../report/carry.ts';
import { entry, entryAt, itemsOf, textOf, type Source } from '../source/source.ts';
import { mapEnv } from './env.ts';
import { mapProbe, type NamedPorts } from './probes.ts';
import type { References } from './references.ts';
import { mapResources } from './resources.ts';
import { mapMounts, type PodVolumes } from './volumes.ts';

/** What all containers of a pod share. */
export interface Pod {
  readonly volumes: PodVolumes;
  readonly references: References;
  readonly isHostNetwork: boolean;
  /** The user of the pod, for containers without one of their own. */
  readonly runAsUser: Source | undefined;
}

/** One container, its keys in the order of table 6. */
export function mapContainer(mapping: Mapping, source: Source, to: Path, pod: Pod): DraftObject {
  const { ledger } = mapping;
  const draft: DraftObject = {};
  put(draft, 'name', takeText(ledger, entry(source, 'name'), [...to, 'name']));
  draft.image_url = takeText(ledger, entry(source, 'image'), [...to, 'image_url']) ?? '';
  put(draft, 'command', takeTexts(ledger, entry(source, 'command'), [...to, 'command']));
  put(draft, 'args', takeTexts(ledger, entry(source, 'args'), [...to, 'args']));
  const privileged = entryAt(source, 'securityContext', 'privileged');
  put(draft, 'privileged', takeFlag(ledger, privileged, [...to, 'privileged']));
  if (mapping.generation === '2025') {
    const user = entryAt(source, 'securityContext', 'runAsUser') ?? pod.runAsUser;
    put(draft, 'run_as_user', takeInteger(ledger, user, [...to, 'run_as_user']));
  }
  put(draft, 'envs', mapEnv(mapping, source, [...to, 'envs'], pod.references));
  const named = namedPorts(source);
  put(draft, 'ports', mapPorts(mapping, source, [...to, 'ports'], pod));
  const mounts = mapMounts(mapping, source, [...to, 'volumes'], pod.volumes, pod.references);
  put(draft, 'volumes', mounts);
  for (const [key, target] of probes) {
    put(draft, target, mapProbe(mapping, entry(source, key), [...to, target], named));
  }
  put(draft, 'resources', mapResources(mapping, entry(source, 'resources'), [...to, 'resources']));
  return draft;
}

const probes = [
  ['readinessProbe', 'readiness_probe'],
  ['livenessProbe', 'liveness_probe'],
] as const;

function namedPorts(container: Source): NamedPorts {
  const ports = new Map<string, { port: number; source: Source }>();
  for (const item of itemsOf(entry(container, 'ports'))) {
    const name = textOf(entry(item, 'name'));
    const port = integerOf(entry(item, 'containerPort'));
    if (name !== undefined && port !== undefined)
      ports.set(name, { port, source: entry(item, 'name')! });
  }
  return ports;
}

function mapPorts({ ledger }: Mapping, container: Source, to: Path, pod: Pod): DraftObject[] {
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
    put(
      draft,
      'container_port',
      takeInteger(ledger, entry(item, 'containerPort'), [...target, 'container_port']),
    );
    put(draft, 'host_port', takeInteger(ledger, entry(item, 'hostPort'), [...target, 'host_port']));
    if (draft.host_port === undefined && pod.isHostNetwork) draft.host_port = port;
    if (draft.host_port === undefined) ledger.note(item, target, noHostPort);
    put(draft, 'host_ip', takeText(ledger, entry(item, 'hostIP'), [...target, 'host_ip']));
    if (textOf(protocol) === 'TCP') ledger.carry(protocol, [...target, 'container_port']);
    mapped.push(draft);
  }
  for (const item of itemsOf(entry(container, 'ports'))) {
    const name = entry(item, 'name');
    if (name?.kind === 'leaf' && !ledger.isClaimed(name) && !isUsedByProbe(container, name.text))
      ledger.lose(name, { en: 'IEF ports have no names.', zh: 'IEF 的端口没有名称。' });
  }
  return mapped;
}

function isUsedByProbe(container: Source, name: string): boolean {
  return probes.some(([key]) => textOf(entryAt(container, key, 'httpGet', 'port')) === name);
}

const samePort = {
  en: 'another mapping has the same port, and IEF mappings have no protocol.',
  zh: '已有相同端口的映射，IEF 的端口映射没有协议字段。',
};
const noHostPort = {
  en: 'IEF publishes a port through a host port. Choose one, or remove the mapping.',
  zh: 'IEF 通过主机端口发布端口，请填写主机端口或删除此映射。',
};
