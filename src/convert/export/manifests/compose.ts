import { stringify } from 'yaml';
import type { Ledger } from '#src/convert/report/ledger.ts';
import { carryText, type DraftObject } from '#src/convert/report/carry.ts';
import { entry, textOf, type SourceNode } from '#src/convert/source/source.ts';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import type { Path } from '#src/json/path.ts';
import type { SecretVariable } from '../request/secret-marks.ts';
import {
  carryFlag,
  carryWords,
  explainExportLoss,
  labelsOf,
  readParts,
  setIfAny,
  variablesIn,
  type BodyParts,
  type ContainerPart,
} from './body-parts.ts';
import { dockerHealth } from './docker-health.ts';
import {
  dockerAmounts,
  dockerLosses,
  dockerMounts,
  dockerPorts,
  dockerRestart,
} from './docker-parts.ts';
import { ledgerOf, type DocumentTree } from './document-tree.ts';
import type { Manifest } from './kubernetes.ts';

type Secrets = ReadonlyMap<string, SecretVariable>;

/** A compose file with a service for each container. */
export function composeManifest(tree: DocumentTree, secrets: Secrets): Manifest {
  const ledger = ledgerOf(tree);
  const parts = readParts(tree.root);
  const file: DraftObject = {};
  setIfAny(file, 'name', carryText(ledger, parts.name, ['name']));
  const names = serviceNames(parts.containers);
  const services: DraftObject = {};
  for (const [index, container] of parts.containers.entries()) {
    const name = names[index]!;
    const to: Path = ['services', name];
    const service = mapContainer(ledger, container, { name, to, secrets });
    if (container.isInit) {
      service.restart = 'no';
      ledger.note(container.source, to, asInit);
    } else {
      setIfAny(service, 'depends_on', initServices(parts.containers, names));
      mapShared(ledger, parts, service, to);
    }
    services[name] = service;
  }
  file.services = services;
  noteNetwork(ledger, parts);
  const isOnly = parts.containers.length === 1;
  const replicas = parts.replicas?.kind === 'leaf' ? parts.replicas.value : undefined;
  if (replicas === 1) ledger.carry(parts.replicas, null, { en: 'the default.', zh: '即默认值。' });
  else if (isOnly && typeof replicas === 'number') {
    const [name = ''] = names;
    const service = services[name] as DraftObject;
    service.deploy = { ...(service.deploy as DraftObject | undefined), replicas };
    ledger.carry(parts.replicas, ['services', name, 'deploy', 'replicas']);
  }
  return {
    text: stringify(escapeVariables(file, secrets), { version: '1.1', lineWidth: 0 }),
    account: ledger.finish(explainExportLoss({ ...dockerLosses, replicas: manyReplicas })),
  };
}

/** Containers of a pod share a network; services have one each, unless it is that of the host. */
function noteNetwork(ledger: Ledger, { containers, configs }: BodyParts): void {
  const [, second] = containers.filter(({ isInit }) => !isInit);
  if (second === undefined || textOf(entry(configs, 'host_network')) === 'true') return;
  ledger.note(second.source, null, {
    en: 'In IEF, the containers of a deployment reach each other on 127.0.0.1. These services reach each other by their names.',
    zh: '在 IEF 中，同一应用部署的容器可通过 127.0.0.1 互访；这些服务之间需通过服务名互访。',
  });
}

const asInit = {
  en: 'an init container became a service that the others wait for.',
  zh: 'Init 容器转换为其他服务所依赖的服务。',
};
const manyReplicas = {
  en: 'a compose file counts the instances of each service, not of the whole deployment.',
  zh: 'Compose 文件按服务设置实例数，而不是整个应用部署。',
};

/** The names of the services: those of the containers, made different from each other. */
function serviceNames(containers: readonly ContainerPart[]): readonly string[] {
  const used = new Set<string>();
  return containers.map(({ name: wanted }) => {
    const plain = wanted.replaceAll(/[^\w.-]+/g, '-');
    let name = plain;
    for (let count = 2; used.has(name); count++) name = `${plain}-${count}`;
    used.add(name);
    return name;
  });
}

function initServices(containers: readonly ContainerPart[], names: readonly string[]): DraftObject {
  const entries = names.filter((_, index) => containers[index]!.isInit);
  return Object.fromEntries(
    entries.map((name) => [name, { condition: 'service_completed_successfully' }]),
  );
}

/** Settings of the deployment, which every service repeats. */
function mapShared(
  ledger: Ledger,
  { configs, tags }: BodyParts,
  service: DraftObject,
  to: Path,
): void {
  setIfAny(service, 'restart', dockerRestart(ledger, configs, [...to, 'restart']));
  const network = carryFlag(ledger, entry(configs, 'host_network'), [...to, 'network_mode']);
  if (network) service.network_mode = 'host';
  if (carryFlag(ledger, entry(configs, 'host_pid'), [...to, 'pid'])) service.pid = 'host';
  const labels = labelsOf(ledger, tags, (key) => [...to, 'labels', key]);
  setIfAny(service, 'labels', labels);
}

function mapContainer(
  ledger: Ledger,
  { source }: ContainerPart,
  { name, to, secrets }: { name: string; to: Path; secrets: Secrets },
): DraftObject {
  const service: DraftObject = {};
  const own = entry(source, 'name');
  if (textOf(own) === name) ledger.carry(own, to);
  else ledger.change(own, to, { en: `renamed to ${name}.`, zh: `改名为 ${name}。` });
  service.image = carryText(ledger, entry(source, 'image_url'), [...to, 'image']) ?? '';
  for (const [key, target] of [
    ['command', 'entrypoint'],
    ['args', 'command'],
  ] as const)
    setIfAny(service, target, [...carryWords(ledger, entry(source, key), [...to, target])]);
  setIfAny(service, 'environment', environment(ledger, source, [...to, 'environment']));
  const ports = dockerPorts(ledger, source, (index) => [...to, 'ports', index]);
  setIfAny(service, 'ports', ports);
  setIfAny(service, 'volumes', volumes(ledger, source, [...to, 'volumes']));
  setIfAny(
    service,
    'privileged',
    carryFlag(ledger, entry(source, 'privileged'), [...to, 'privileged']),
  );
  setIfAny(service, 'user', carryText(ledger, entry(source, 'run_as_user'), [...to, 'user']));
  setIfAny(service, 'healthcheck', healthCheck(ledger, source, [...to, 'healthcheck'], secrets));
  setIfAny(service, 'deploy', deploy(ledger, source, [...to, 'deploy']));
  return service;
}

function environment(ledger: Ledger, container: SourceNode, to: Path): DraftObject {
  const mapped: DraftObject = {};
  for (const { name, source, value } of variablesIn(container).toReversed()) {
    if (value === undefined) continue;
    if (Object.hasOwn(mapped, name)) {
      ledger.lose(source, { en: `${name} is set again later.`, zh: `${name} 在后面重新设置。` });
      continue;
    }
    mapped[name] = value;
    ledger.carry(entry(source, 'name'), [...to, name]);
    ledger.carry(entry(source, 'value'), [...to, name]);
  }
  return Object.fromEntries(Object.entries(mapped).toReversed());
}

function volumes(ledger: Ledger, container: SourceNode, to: Path): DraftObject[] {
  const mounts = dockerMounts(ledger, container, (_, index) => [...to, index]);
  return mounts.map(({ kind, source, target, isReadOnly }) => ({
    type: kind,
    ...(kind === 'bind' && { source }),
    target,
    ...(kind === 'bind' && isReadOnly && { read_only: true }),
  }));
}

function healthCheck(
  ledger: Ledger,
  container: SourceNode,
  to: Path,
  secrets: Secrets,
): DraftObject {
  const health = dockerHealth(ledger, container, [...to, 'test']);
  if (health === undefined) return {};
  // A line that is a secret is not known here, so a shell splits it.
  const kind = secrets.has(health.words[0] ?? '') ? 'CMD-SHELL' : 'CMD';
  const check: DraftObject = { test: [kind, ...health.words] };
  setIfAny(check, 'start_period', health.startPeriod);
  setIfAny(check, 'timeout', health.timeout);
  return check;
}

function deploy(ledger: Ledger, container: SourceNode, to: Path): DraftObject {
  const resources: DraftObject = {};
  for (const [side, target] of [
    ['limits', 'limits'],
    ['requests', 'reservations'],
  ] as const) {
    const at = [...to, 'resources', target];
    const { cpu, memory } = dockerAmounts(ledger, container, side, (key) => [
      ...at,
      key === 'cpu' ? 'cpus' : 'memory',
    ]);
    const amounts: DraftObject = {};
    setIfAny(amounts, 'cpus', cpu);
    setIfAny(amounts, 'memory', memory);
    setIfAny(resources, target, amounts);
  }
  return Object.keys(resources).length > 0 ? { resources } : {};
}

/** Compose replaces variables in every text: a dollar sign is written twice, and a marked secret is a variable. */
function escapeVariables(value: Json, secrets: Secrets): Json {
  if (typeof value === 'string') {
    const secret = secrets.get(value);
    if (secret === undefined) return value.replaceAll('$', '$$$$');
    return `${secret.prefix.replaceAll('$', '$$$$')}\${${secret.variable}}`;
  }
  if (isJsonList(value)) return value.map((member) => escapeVariables(member, secrets));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, escapeVariables(member, secrets)]),
  );
}
