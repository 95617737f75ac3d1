import type { Ledger } from '#src/convert/report/ledger.ts';
import { entry, textOf, type SourceNode } from '#src/convert/source/source.ts';
import { quoteShell, shellWord } from '../quoting/quote-shell.ts';
import type { SecretVariable } from '../request/secret-marks.ts';
import {
  carryFlag,
  carryToFlag,
  carryWords,
  explainExportLoss,
  labelsOf,
  isDefault,
  readParts,
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
  type DockerMount,
} from './docker-parts.ts';
import { ledgerOf, type DocumentTree } from './document-tree.ts';
import type { Manifest } from './kubernetes.ts';

type Secrets = ReadonlyMap<string, SecretVariable>;

/** A `docker run` command for each container: init containers first, which run to their end. */
export function dockerCommands(tree: DocumentTree, secrets: Secrets): Manifest {
  const ledger = ledgerOf(tree);
  const parts = readParts(tree.root);
  const commands = parts.containers.map((container) =>
    mapContainer(ledger, parts, container, secrets),
  );
  claimBody(ledger, parts);
  return {
    text: commands.join('\n'),
    account: ledger.finish(explainExportLoss(dockerLosses)),
  };
}

function claimBody(ledger: Ledger, { name, containers, replicas, configs }: BodyParts): void {
  const only = containers.filter(({ isInit }) => !isInit);
  if (only.length === 1 && textOf(entry(only[0]!.source, 'name')) === textOf(name))
    ledger.carry(name, '--name');
  else
    ledger.lose(name, {
      en: 'the commands name the containers, not the deployment.',
      zh: '命令只包含容器名称，不包含应用部署名称。',
    });
  if (replicas?.kind === 'leaf' && replicas.value === 1) ledger.carry(replicas, null, isDefault);
  const [, second] = only;
  if (second !== undefined && textOf(entry(configs, 'host_network')) !== 'true')
    ledger.note(second.source, null, {
      en: 'In IEF, the containers of a deployment reach each other on 127.0.0.1. These commands do not connect them.',
      zh: '在 IEF 中，同一应用部署的容器可通过 127.0.0.1 互访，这些命令不会将它们连通。',
    });
}

/** The flags in the usual order, one on each line. */
function mapContainer(
  ledger: Ledger,
  { configs, tags }: BodyParts,
  { source, isInit, name }: ContainerPart,
  secrets: Secrets,
): string {
  const flags: string[] = [isInit ? '--rm' : '--detach'];
  const add = (flag: string, text: string | undefined) => {
    if (text !== undefined) flags.push(`${flag} ${wordOf(text, secrets)}`);
  };
  add('--name', name);
  ledger.carry(entry(source, 'name'), '--name');
  if (isInit) ledger.note(source, null, runsFirst);
  else mapConfigs(ledger, configs, add);
  if (carryFlag(ledger, entry(source, 'privileged'), '--privileged')) flags.push('--privileged');
  add('--user', carryToFlag(ledger, entry(source, 'run_as_user'), '--user'));
  if (!isInit)
    for (const [key, value] of Object.entries(labelsOf(ledger, tags, () => '--label')))
      add('--label', `${key}=${value}`);
  flags.push(...variableFlags(ledger, source, secrets));
  for (const port of dockerPorts(ledger, source, () => '--publish')) add('--publish', port);
  for (const mount of dockerMounts(ledger, source, mountFlag)) addMount(mount, add);
  const health = dockerHealth(ledger, source, '--health-cmd');
  add('--health-cmd', health?.words.map(shellWord).join(' '));
  add('--health-start-period', health?.startPeriod);
  add('--health-timeout', health?.timeout);
  const limits = dockerAmounts(ledger, source, 'limits', (key) =>
    key === 'cpu' ? '--cpus' : '--memory',
  );
  add('--cpus', limits.cpu);
  add('--memory', limits.memory);
  const requested = entry(entry(source, 'resources'), 'requests');
  ledger.lose(entry(requested, 'cpu'), dockerLosses.requests);
  const { memory } = dockerAmounts(ledger, source, 'requests', () => '--memory-reservation');
  add('--memory-reservation', memory);
  const command = carryWords(ledger, entry(source, 'command'), '--entrypoint');
  const args = carryWords(ledger, entry(source, 'args'), 'COMMAND');
  const [first, ...others] = command;
  add('--entrypoint', first);
  const image = carryToFlag(ledger, entry(source, 'image_url'), 'IMAGE') ?? '';
  const words = [image, ...others, ...args].map((word) => wordOf(word, secrets));
  return ['docker run', ...flags, words.join(' ')].join(' \\\n  ').concat('\n');
}

const runsFirst = {
  en: 'an init container: run this command before the others.',
  zh: 'Init 容器：请先执行此命令。',
};

function mapConfigs(
  ledger: Ledger,
  configs: SourceNode | undefined,
  add: (flag: string, text: string) => void,
): void {
  const restart = dockerRestart(ledger, configs, '--restart');
  if (restart !== undefined) add('--restart', restart);
  if (carryFlag(ledger, entry(configs, 'host_network'), '--network')) add('--network', 'host');
  if (carryFlag(ledger, entry(configs, 'host_pid'), '--pid')) add('--pid', 'host');
}

function variableFlags(ledger: Ledger, container: SourceNode, secrets: Secrets): string[] {
  return variablesIn(container).flatMap(({ name, source, value }) => {
    if (value === undefined) return [];
    ledger.carry(entry(source, 'name'), '--env');
    ledger.carry(entry(source, 'value'), '--env');
    const prefix = shellWord(`${name}=`);
    return [
      `--env ${secrets.has(value) ? prefix + wordOf(value, secrets) : shellWord(`${name}=${value}`)}`,
    ];
  });
}

function mountFlag({ kind }: DockerMount): string {
  return kind === 'tmpfs' ? '--tmpfs' : kind === 'bind' ? '--mount' : '--volume';
}

/** `--mount` takes paths with colons. Its value is comma-separated, so a path with a comma is quoted as in CSV. */
function addMount(
  { kind, source, target, isReadOnly }: DockerMount,
  add: (flag: string, text: string) => void,
): void {
  if (kind === 'tmpfs') add('--tmpfs', target);
  else if (kind === 'volume') add('--volume', target);
  else {
    const options = ['type=bind', `source=${source}`, `target=${target}`];
    add('--mount', [...options, ...(isReadOnly ? ['readonly'] : [])].map(csvField).join(','));
  }
}

function csvField(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function wordOf(text: string, secrets: Secrets): string {
  const secret = secrets.get(text);
  if (secret === undefined) return shellWord(text);
  return `${secret.prefix && quoteShell(secret.prefix)}"$${secret.variable}"`;
}
