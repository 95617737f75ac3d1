import { shown } from '#src/domain/core/characters/characters.ts';
import type { Path } from '#src/json/path.ts';
import { plainName, mapRestartPolicy, notRestarted } from '../docker/settings.ts';
import { leavesOf, type Ledger } from '../report/ledger.ts';
import type { MappingResult, MappingContext } from '../report/mapping-context.ts';
import { integerOf, carryInteger, type DraftObject } from '../report/carry.ts';
import { entry, entryAt, textOf, type SourceNode } from '../source/source.ts';
import { carryDefaults, loseResets } from './defaults.ts';
import { explainComposeLoss } from './hints.ts';
import { mapService, type ComposeInput } from './service.ts';
import { chooseServices, servicesOf, type Service } from './services.ts';

const CONFIGS: Path = ['deployment', 'template', 'configs'];

/** Turns the services of a compose file into the containers of one deployment. */
export function convertCompose(
  context: MappingContext,
  root: SourceNode,
  input: ComposeInput,
): MappingResult | undefined {
  const { ledger } = context;
  const { chosen, choices } = chooseServices(context, root);
  const [first] = chosen;
  if (first === undefined) return undefined;
  ledger.carry(entry(root, 'version'), ['deployment'], {
    en: 'identifies the format.',
    zh: '仅标识内容的格式。',
  });
  const project = entry(root, 'name');
  const name = plainName(textOf(project) ?? '') || plainName(first.name) || 'container-0';
  if (name === textOf(project)) ledger.carry(project, ['name']);
  else ledger.change(project, ['name'], { en: `renamed to ${name}.`, zh: `改名为 ${name}。` });
  const containers = chosen.map((service, index) => {
    for (const key of ['service', 'file'])
      if (entryAt(service.source, 'extends', 'file') === undefined)
        claimExtends(context, service, key, index);
    return mapService(context, service, index, input);
  });
  for (const { source } of chosen) carryDefaults(ledger, source);
  loseResets(ledger, root);
  const body = {
    name,
    node_ids: [],
    deployment: {
      replicas: mapReplicas(context, chosen) ?? 1,
      template: { configs: mapConfigs(context, chosen), containers },
    },
  };
  loseOthers(context, root, chosen, choices);
  return { body, choices, explain: explainComposeLoss };
}

function claimExtends(
  { ledger }: MappingContext,
  { source }: Service,
  key: string,
  index: number,
): void {
  const parent = entry(source, 'extends');
  ledger.carry(
    parent?.kind === 'leaf' ? parent : entry(parent, key),
    ['deployment', 'template', 'containers', index],
    { en: 'the extended service is merged into the container.', zh: '所扩展的服务已并入容器。' },
  );
}

/** The number of instances, if the file has only one service. */
function mapReplicas({ ledger }: MappingContext, services: readonly Service[]): number | undefined {
  if (services.length !== 1) return undefined;
  const [service] = services;
  const source = entryAt(service?.source, 'deploy', 'replicas') ?? entry(service?.source, 'scale');
  return integerOf(source) === undefined
    ? undefined
    : carryInteger(ledger, source, ['deployment', 'replicas']);
}

/** Settings that all containers share. The first service that has one decides; a different one is lost. */
function mapConfigs(context: MappingContext, services: readonly Service[]): DraftObject {
  const { ledger } = context;
  const configs: DraftObject = { host_network: false, restart_policy: 'Always' };
  let policy: string | undefined;
  const unset: Service[] = [];
  for (const service of services) {
    const { source } = service;
    const network = entry(source, 'network_mode');
    const [kind, partner] = textOf(network)?.split(':') ?? [];
    if (kind === 'service' && services.some(({ name }) => name === partner)) {
      ledger.carry(network, CONFIGS, {
        en: 'containers of one deployment share their network.',
        zh: '同一应用部署的容器共用网络。',
      });
    } else if (textOf(network) === 'host') {
      configs.host_network = true;
      ledger.carry(network, [...CONFIGS, 'host_network']);
    } else if (textOf(network) === 'bridge' || textOf(network) === 'default') {
      ledger.carry(network, [...CONFIGS, 'host_network']);
    }
    const pid = entry(source, 'pid');
    if (textOf(pid) === 'host') {
      configs.host_pid = true;
      ledger.carry(pid, [...CONFIGS, 'host_pid']);
    }
    const ofDeploy = entryAt(source, 'deploy', 'restart_policy', 'condition');
    const restart = ofDeploy ?? entry(source, 'restart');
    if (ofDeploy !== undefined) ledger.lose(entry(source, 'restart'), deployDecides);
    const own = mapRestartPolicy(context, restart, [...CONFIGS, 'restart_policy']);
    if (textOf(restart) === undefined) unset.push(service);
    policy ??= own;
    if (own === undefined || own === policy) continue;
    ledger.lose(restart, {
      en: `another service uses ${policy}, and all containers share one policy.`,
      zh: `另一个服务使用 ${policy}，所有容器共用一个策略。`,
    });
  }
  if (policy !== undefined) configs.restart_policy = policy;
  noteRestart(ledger, unset, policy ?? 'Always');
  return configs;
}

/** The most services that a message names. */
const MAX_NAMED = 5;

function noteRestart(ledger: Ledger, unset: readonly Service[], policy: string): void {
  const [first] = unset;
  if (first === undefined || policy === 'Never') return;
  const named = unset.slice(0, MAX_NAMED).map(({ name }) => shown(name));
  const names = unset.length > MAX_NAMED ? [...named, '…'] : named;
  const place = { label: 'restart', line: first.source.line };
  ledger.note(place, [...CONFIGS, 'restart_policy'], notRestarted(policy, names));
}

function loseOthers(
  { ledger }: MappingContext,
  root: SourceNode,
  chosen: readonly Service[],
  choices: readonly { readonly name: string; readonly isChosen: boolean }[],
): void {
  const services = servicesOf(root);
  const merged = new Set(chosen.flatMap(({ source }) => leavesOf(source)));
  const extended = new Set(chosen.flatMap(({ bases }) => bases));
  for (const { name, isChosen } of choices) {
    if (isChosen) continue;
    // A service that another one extends is part of it, with reasons of its own.
    const leaves = leavesOf(entry(services, name)!).filter((leaf) => !merged.has(leaf));
    const reason = extended.has(name) ? replacedByExtension : notSelected;
    for (const leaf of leaves) if (!ledger.isClaimed(leaf)) ledger.lose(leaf, reason);
  }
}

const deployDecides = {
  en: 'deploy.restart_policy takes precedence.',
  zh: '以 deploy.restart_policy 为准。',
};
const notSelected = { en: 'this service was not selected.', zh: '未选择此服务。' };
const replacedByExtension = {
  en: 'the service that extends this one has a value of its own.',
  zh: '扩展此服务的服务已设置自己的值。',
};
