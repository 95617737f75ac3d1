import type { Path } from '#src/json/path.ts';
import { plainName, takeRestart } from '../docker/settings.ts';
import type { NamedText } from '../request/kinds.ts';
import { leavesOf } from '../report/ledger.ts';
import type { Mapped, Mapping } from '../report/mapping.ts';
import { integerOf, takeInteger, type DraftObject } from '../report/carry.ts';
import { entry, entryAt, textOf, type Source } from '../source/source.ts';
import { explainComposeLoss } from './hints.ts';
import { mapService } from './service.ts';
import { chooseServices, servicesOf, type Service } from './services.ts';

const CONFIGS: Path = ['deployment', 'template', 'configs'];

/** Turns the services of a compose file into the containers of one deployment. */
export function convertCompose(
  mapping: Mapping,
  root: Source,
  files: readonly NamedText[],
): Mapped | undefined {
  const { ledger } = mapping;
  const { chosen, choices } = chooseServices(mapping, root);
  const [first] = chosen;
  if (first === undefined) return undefined;
  ledger.carry(entry(root, 'version'), ['deployment'], {
    en: 'names the notation.',
    zh: '表示内容的格式。',
  });
  const project = entry(root, 'name');
  const name = plainName(textOf(project) ?? first.name);
  if (name === textOf(project)) ledger.carry(project, ['name']);
  else ledger.change(project, ['name'], { en: `is named ${name}.`, zh: `改名为 ${name}。` });
  const containers = chosen.map((service, at) => {
    for (const key of ['service', 'file'])
      if (entryAt(service.source, 'extends', 'file') === undefined)
        claimExtends(mapping, service, key, at);
    return mapService(mapping, service, ['deployment', 'template', 'containers', at], files);
  });
  const body = {
    name,
    node_ids: [],
    deployment: {
      replicas: takeReplicas(mapping, chosen) ?? 1,
      template: { configs: mapConfigs(mapping, chosen), containers },
    },
  };
  loseOthers(mapping, root, choices);
  return { body, choices, explain: explainComposeLoss };
}

function claimExtends({ ledger }: Mapping, { source }: Service, key: string, at: number): void {
  const parent = entry(source, 'extends');
  ledger.carry(
    parent?.kind === 'leaf' ? parent : entry(parent, key),
    ['deployment', 'template', 'containers', at],
    { en: 'what it extends is part of the container.', zh: '所扩展的内容已并入容器。' },
  );
}

/** The number of instances, where one service has it for all. */
function takeReplicas({ ledger }: Mapping, services: readonly Service[]): number | undefined {
  if (services.length !== 1) return undefined;
  const [service] = services;
  const source = entryAt(service?.source, 'deploy', 'replicas') ?? entry(service?.source, 'scale');
  return integerOf(source) === undefined
    ? undefined
    : takeInteger(ledger, source, ['deployment', 'replicas']);
}

/** What all containers share: the first service that says something decides, and others must agree. */
function mapConfigs(mapping: Mapping, services: readonly Service[]): DraftObject {
  const { ledger } = mapping;
  const configs: DraftObject = { host_network: false, restart_policy: 'Always' };
  let policy: string | undefined;
  for (const { source } of services) {
    const network = entry(source, 'network_mode');
    if (textOf(network) === 'host') {
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
    const restart =
      entry(source, 'restart') ?? entryAt(source, 'deploy', 'restart_policy', 'condition');
    const own = takeRestart(mapping, restart, [...CONFIGS, 'restart_policy']);
    policy ??= own;
    if (own === undefined || own === policy) continue;
    ledger.lose(restart, {
      en: `another service has ${policy}, and all containers share one policy.`,
      zh: `另一个服务为 ${policy}，所有容器共用一个策略。`,
    });
  }
  if (policy !== undefined) configs.restart_policy = policy;
  return configs;
}

function loseOthers(
  { ledger }: Mapping,
  root: Source,
  choices: readonly { readonly name: string; readonly isChosen: boolean }[],
): void {
  const services = servicesOf(root);
  for (const { name, isChosen } of choices) {
    if (isChosen) continue;
    // A service that another one extends is part of it.
    for (const leaf of unclaimed(ledger, entry(services, name)))
      ledger.lose(leaf, { en: 'this service was not chosen.', zh: '未选择此服务。' });
  }
}

function unclaimed(ledger: Mapping['ledger'], source: Source | undefined) {
  return source === undefined ? [] : leavesOf(source).filter((leaf) => !ledger.isClaimed(leaf));
}
