import type { Text } from '#src/domain/core/text.ts';
import type { TextPlace } from '#src/domain/core/json-text/text-lines.ts';
import type { Path } from '#src/json/path.ts';
import { commandLeaf, redirectionLeaf } from '../command/command-leaves.ts';
import { readCommands, type Command } from '../command/shell-words.ts';
import { findFile, readEnvFile } from '../docker/env-file.ts';
import { addPorts, readPort } from '../docker/ports.ts';
import {
  clearedEntrypoint,
  mapHealthCheck,
  plainName,
  mapCpus,
  mapMemory,
  mapRestartPolicy,
  notRestarted,
  mapUser,
} from '../docker/settings.ts';
import { createVariables, addAssignment } from '../docker/variables.ts';
import {
  addMount,
  readBind,
  readDevice,
  readMountOption,
  type VolumeList,
} from '../docker/volumes.ts';
import type { NamedText } from '../request/kinds.ts';
import { dockerDefault, lossReasons } from '../report/loss-reasons.ts';
import type { MappingResult, MappingContext } from '../report/mapping-context.ts';
import { setIfPresent, carryTexts, type DraftObject } from '../report/carry.ts';
import type { Leaf, ListNode } from '../source/source.ts';
import { isDockerDefault } from './flags.ts';
import { findRun, parseRun, type RunCommand } from './parse-run.ts';

const CONTAINER: Path = ['deployment', 'template', 'containers', 0];
const CONFIGS: Path = ['deployment', 'template', 'configs'];

/** A text with a `docker run` command, read. */
export interface RunText {
  readonly run: RunCommand;
  /** Where the shell of the command sends its output. */
  readonly redirections: readonly Leaf[];
  /** Other commands of the text, which are not read. */
  readonly rest: readonly Leaf[];
  readonly commentOffsets: readonly number[];
  readonly leaves: readonly Leaf[];
}

/** Reads the first `docker run` of a text; undefined if there is none. Throws Refused for an open quote. */
export function readRun(text: string, placeOf: (offset: number) => TextPlace): RunText | undefined {
  const { commands, commentOffsets } = readCommands(text);
  const index = commands.findIndex(({ words }) => findRun(words) !== undefined);
  const command = commands[index];
  const place = command && findRun(command.words);
  if (command === undefined || place === undefined) return undefined;
  const run = parseRun(command.words, place, placeOf);
  const before = commands.slice(0, index).map((one) => otherCommand(one, text, placeOf));
  const after = commands.slice(index + 1).map((one) => otherCommand(one, text, placeOf));
  const redirections = command.redirections.map((one) => redirectionLeaf(one, placeOf));
  const leaves = [...before, ...run.leaves, ...redirections, ...after];
  return { run, redirections, rest: [...before, ...after], commentOffsets, leaves };
}

function otherCommand(
  { words, offset, end }: Command,
  text: string,
  placeOf: (offset: number) => TextPlace,
): Leaf {
  return commandLeaf(words[0]!.text, words[0]!, text.slice(offset, end), placeOf);
}

/** Turns a `docker run` command into a body of one container. */
export function convertRun(
  context: MappingContext,
  { run, redirections, rest }: RunText,
  files: readonly NamedText[],
): MappingResult {
  const { ledger } = context;
  for (const leaf of rest) ledger.lose(leaf, otherCommandLost);
  for (const leaf of redirections) ledger.lose(leaf, redirected);
  for (const leaf of run.others) ledger.lose(leaf, programOption);
  const wanted = lastOf(run, 'name')?.text ?? nameOfImage(run.image?.text ?? '');
  const name = plainName(wanted) || 'container-0';
  claimName(context, lastOf(run, 'name'), name);
  const container: DraftObject = { name, image_url: run.image?.text ?? '' };
  ledger.carry(run.image, [...CONTAINER, 'image_url']);
  if (run.image === undefined && run.leaves[0] !== undefined)
    ledger.note(run.leaves[0], [...CONTAINER, 'image_url'], noImage);
  const entrypoint = lastOf(run, 'entrypoint');
  const isCleared = entrypoint?.text === '' && run.args.length > 0;
  if (isCleared) ledger.carry(entrypoint, [...CONTAINER, 'command'], clearedEntrypoint);
  else if (entrypoint !== undefined && entrypoint.text !== '')
    setIfPresent(container, 'command', carryTexts(ledger, entrypoint, [...CONTAINER, 'command']));
  const args: ListNode = { kind: 'list', path: [], line: 1, items: run.args };
  const key = isCleared ? 'command' : 'args';
  setIfPresent(container, key, carryTexts(ledger, args, [...CONTAINER, key]));
  if (lastOf(run, 'privileged') !== undefined) {
    container.privileged = isOn(lastOf(run, 'privileged')!);
    ledger.carry(lastOf(run, 'privileged'), [...CONTAINER, 'privileged']);
  }
  setIfPresent(
    container,
    'run_as_user',
    mapUser(context, lastOf(run, 'user'), [...CONTAINER, 'run_as_user']),
  );
  setIfPresent(container, 'envs', mapVariables(context, run, files));
  setIfPresent(container, 'ports', mapPorts(context, run));
  setIfPresent(container, 'volumes', mapVolumes(context, run));
  setIfPresent(container, 'liveness_probe', mapCheck(context, run));
  setIfPresent(container, 'resources', mapResources(context, run));
  const template = { configs: mapConfigs(context, run), containers: [container] };
  loseUnusedFlags(context, run);
  return { body: { name, node_ids: [], deployment: { replicas: 1, template } } };
}

/** All uses of a flag, in order. */
function allOf({ flags }: RunCommand, name: string): Leaf[] {
  return flags.filter(({ flag }) => flag?.name === name).map(({ leaf }) => leaf);
}

/** The last use of a flag that can be given once, which is the one docker uses. */
function lastOf(run: RunCommand, name: string): Leaf | undefined {
  return allOf(run, name).at(-1);
}

/** The text of a switch without a value is the switch itself. */
function isOn({ text }: Leaf): boolean {
  return !/^(?:false|0|f)$/i.test(text);
}

function nameOfImage(image: string): string {
  const [name = ''] = image.slice(image.lastIndexOf('/') + 1).split(/[:@]/);
  return name;
}

function claimName({ ledger }: MappingContext, source: Leaf | undefined, name: string): void {
  if (source?.text === name) ledger.carry(source, ['name']);
  else
    ledger.change(source, ['name'], {
      en: `renamed to ${name}.`,
      zh: `改名为 ${name}。`,
    });
}

function mapVariables(
  { ledger }: MappingContext,
  run: RunCommand,
  files: readonly NamedText[],
): DraftObject[] {
  const to = [...CONTAINER, 'envs'];
  const variables = createVariables(ledger);
  // Docker reads the files first, wherever the flag is.
  for (const leaf of allOf(run, 'env-file')) {
    const file = findFile(files, leaf.text);
    if (file === undefined) {
      ledger.lose(leaf, lossReasons.missingEnvFile);
      continue;
    }
    ledger.carry(leaf, CONTAINER, {
      en: 'its variables are part of the container.',
      zh: '其中的变量已加入容器。',
    });
    const rows = readEnvFile(file, 'docker');
    ledger.addLeaves(rows.map((row) => row.leaf));
    for (const row of rows) variables.set(row.name, row.value, row.leaf);
  }
  for (const leaf of allOf(run, 'env')) addAssignment(ledger, variables, leaf, leaf.text);
  return variables.rows(to);
}

function mapPorts(context: MappingContext, run: RunCommand): DraftObject[] {
  const mapped: DraftObject[] = [];
  for (const leaf of allOf(run, 'publish'))
    addPorts(context, leaf, readPort(leaf.text), mapped, [...CONTAINER, 'ports']);
  return mapped;
}

function mapVolumes(context: MappingContext, run: RunCommand): DraftObject[] {
  const list: VolumeList = { mapped: [], names: new Set(), to: [...CONTAINER, 'volumes'] };
  for (const { flag, leaf } of run.flags) {
    if (flag?.name === 'volume') addMount(context, leaf, readBind(leaf.text), list);
    if (flag?.name === 'mount') addMount(context, leaf, readMountOption(leaf.text), list);
    if (flag?.name === 'device') addMount(context, leaf, readDevice(leaf.text), list);
    if (flag?.name !== 'tmpfs') continue;
    const [target = '', options] = leaf.text.split(':');
    addMount(context, leaf, { kind: 'tmpfs', target }, list);
    if (options === undefined) continue;
    context.ledger.change(leaf, [...list.to, list.mapped.length - 1], lossReasons.tmpfsOptions);
  }
  return list.mapped;
}

function mapCheck(context: MappingContext, run: RunCommand): DraftObject | undefined {
  const testSource = lastOf(run, 'health-cmd');
  if (testSource === undefined || lastOf(run, 'no-healthcheck') !== undefined) return undefined;
  return mapHealthCheck(
    context,
    {
      test: { script: testSource.text },
      testSource,
      timeout: lastOf(run, 'health-timeout'),
      startPeriod: lastOf(run, 'health-start-period'),
    },
    [...CONTAINER, 'liveness_probe'],
  );
}

function mapResources(context: MappingContext, run: RunCommand): DraftObject | undefined {
  const to = [...CONTAINER, 'resources'];
  const limits: DraftObject = {};
  setIfPresent(limits, 'cpu', mapCpus(context, lastOf(run, 'cpus'), [...to, 'limits', 'cpu']));
  setIfPresent(
    limits,
    'memory',
    mapMemory(context, lastOf(run, 'memory'), [...to, 'limits', 'memory']),
  );
  const reserved = lastOf(run, 'memory-reservation');
  const memory = mapMemory(context, reserved, [...to, 'requests', 'memory']);
  const resources: DraftObject = {};
  if (Object.keys(limits).length > 0) resources.limits = limits;
  if (memory !== undefined) resources.requests = { memory };
  return Object.keys(resources).length > 0 ? resources : undefined;
}

function mapConfigs(context: MappingContext, run: RunCommand): DraftObject {
  const { ledger } = context;
  const network = lastOf(run, 'network');
  const pid = lastOf(run, 'pid');
  const isHost = network?.text === 'host';
  if (isHost || network?.text === 'bridge' || network?.text === 'default')
    ledger.carry(network, [...CONFIGS, 'host_network']);
  const configs: DraftObject = { host_network: isHost };
  if (pid?.text === 'host') {
    configs.host_pid = true;
    ledger.carry(pid, [...CONFIGS, 'host_pid']);
  }
  const to = [...CONFIGS, 'restart_policy'];
  const restart = mapRestartPolicy(context, lastOf(run, 'restart'), to);
  const [first] = run.leaves;
  if (restart === undefined && first !== undefined)
    ledger.note({ label: '--restart', line: first.line }, to, notRestarted('Always'));
  configs.restart_policy = restart ?? 'Always';
  return configs;
}

/** Flags that nothing used: defaults of IEF, flags without a counterpart, unknown flags. */
function loseUnusedFlags({ ledger }: MappingContext, run: RunCommand): void {
  for (const { flag, leaf } of run.flags) {
    if (ledger.isClaimed(leaf)) continue;
    if (flag === undefined)
      ledger.lose(leaf, leaf.text === leaf.label ? unknownSwitch : unknownFlag);
    else if (isDockerDefault(flag, leaf.text)) ledger.carry(leaf, null, dockerDefault);
    else if (flag.name === 'detach' || flag.name === 'rm' || flag.name === 'no-healthcheck')
      ledger.carry(leaf, ['deployment'], {
        en: 'this is what IEF does by default.',
        zh: 'IEF 默认如此。',
      });
    else if (flag.name === 'entrypoint' && leaf.text === '')
      ledger.lose(leaf, lossReasons.entrypoint);
    else if (flag.name === 'runtime' && leaf.text === 'nvidia')
      ledger.lose(leaf, lossReasons.gpuCount);
    else if (flag.name === 'network' || flag.name === 'pid') ledger.lose(leaf, lossReasons.network);
    else if (flag.hint === undefined) ledger.lose(leaf, givenAgain);
    else ledger.lose(leaf, flag.hint);
  }
}

const noImage: Text = { en: 'The command has no image.', zh: '命令中没有镜像。' };
const otherCommandLost: Text = {
  en: 'another command. Only the first docker run command is converted.',
  zh: '其他命令。只转换第一条 docker run 命令。',
};
const redirected: Text = {
  en: 'sends the output of this command elsewhere; the container does not need it.',
  zh: '重定向此命令的输出，容器不需要。',
};
const programOption: Text = {
  en: 'an option of the docker program, not of the container.',
  zh: 'docker 程序的选项，与容器无关。',
};
const unknownFlag: Text = { en: 'unknown flag.', zh: '未知选项。' };
const unknownSwitch: Text = {
  en: 'unknown flag, read as a switch. If it takes a value, write --flag=value.',
  zh: '未知选项，按不带取值处理。如果带取值，请写成 --选项=取值。',
};
const givenAgain: Text = {
  en: 'not used: the flag is repeated or conflicts with another one.',
  zh: '未使用：该选项被重复指定，或与其他选项冲突。',
};
