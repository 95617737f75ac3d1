import { shown } from '#src/domain/core/characters/characters.ts';
import type { Path } from '#src/json/path.ts';
import { findFile, readEnvFile } from '../docker/env-file.ts';
import { addPorts, readPort, readRange } from '../docker/ports.ts';
import { mapHealthCheck, plainName, mapCpus, mapMemory, mapUser } from '../docker/settings.ts';
import { createVariables, fromShell, addAssignment, type Variables } from '../docker/variables.ts';
import { addMount, readBind, readDevice, type Mount, type VolumeList } from '../docker/volumes.ts';
import type { NamedText } from '../request/kinds.ts';
import { lossReasons } from '../report/loss-reasons.ts';
import type { MappingContext } from '../report/mapping-context.ts';
import { setIfPresent, carryBoolean, carryText, type DraftObject } from '../report/carry.ts';
import { entriesOf, entry, entryAt, itemsOf, textOf, type SourceNode } from '../source/source.ts';
import { mapCommands } from './commands.ts';
import type { Service } from './services.ts';
import { uniqueMembers } from './unique-members.ts';

/** What a compose file can refer to. */
export interface ComposeInput {
  readonly files: readonly NamedText[];
  /** The values of variables, from `.env` or the user. */
  readonly lookup: (name: string) => string | undefined;
}

/** One service as a container. */
export function mapService(
  context: MappingContext,
  service: Service,
  index: number,
  input: ComposeInput,
): DraftObject {
  const { ledger } = context;
  const { source } = service;
  const to: Path = ['deployment', 'template', 'containers', index];
  const draft: DraftObject = { name: mapName(context, service, index, [...to, 'name']) };
  draft.image_url = carryText(ledger, entry(source, 'image'), [...to, 'image_url']) ?? '';
  mapCommands(context, source, to, draft);
  setIfPresent(
    draft,
    'privileged',
    carryBoolean(ledger, entry(source, 'privileged'), [...to, 'privileged']),
  );
  setIfPresent(
    draft,
    'run_as_user',
    mapUser(context, entry(source, 'user'), [...to, 'run_as_user']),
  );
  setIfPresent(draft, 'envs', mapVariables(context, source, [...to, 'envs'], input));
  setIfPresent(draft, 'ports', mapPorts(context, source, [...to, 'ports']));
  setIfPresent(draft, 'volumes', mapVolumes(context, source, [...to, 'volumes']));
  setIfPresent(draft, 'liveness_probe', mapCheck(context, source, [...to, 'liveness_probe']));
  setIfPresent(draft, 'resources', mapResources(context, source, [...to, 'resources']));
  return draft;
}

function mapName({ ledger }: MappingContext, service: Service, index: number, to: Path): string {
  const { source } = service;
  const own = entry(source, 'container_name');
  const wanted = textOf(own) ?? service.name;
  // A name in Chinese has no such characters.
  const name = plainName(wanted) || `container-${index}`;
  if (name === wanted) ledger.carry(own, to);
  else {
    const message = {
      en: `${shown(wanted)} was renamed to ${name}: up to 32 lower-case letters, digits and hyphens.`,
      zh: `${shown(wanted)} 已改名为 ${name}：只能使用小写字母、数字和中划线，最多 32 个字符。`,
    };
    if (own === undefined) ledger.note(source, to, message);
    else ledger.change(own, to, message);
  }
  return name;
}

function mapVariables(
  { ledger }: MappingContext,
  source: SourceNode,
  to: Path,
  { files, lookup }: ComposeInput,
): DraftObject[] {
  const variables = createVariables(ledger);
  const envFile = entry(source, 'env_file');
  for (const item of envFile?.kind === 'list' ? envFile.items : [envFile])
    addFile(variables, item, to, files, ledger);
  const environment = entry(source, 'environment');
  const addNamed = (name: string, item: SourceNode) => {
    const value = lookup(name);
    if (value === undefined) ledger.lose(item, fromShell);
    else variables.set(name, value, item, fromEnvFile);
  };
  // A list and a mapping where a service extends another one that has the other form.
  for (const item of environment?.kind === 'object' ? [environment] : itemsOf(environment)) {
    const text = textOf(item);
    if (text?.includes('=') === true) addAssignment(ledger, variables, item, text);
    else if (text !== undefined) addNamed(text, item);
    for (const [name, value] of entriesOf(item)) {
      const own = textOf(value);
      if (own === undefined) addNamed(name, value);
      else variables.set(name, own, value);
    }
  }
  return variables.rows(to);
}

const fromEnvFile = {
  en: 'the value comes from an env file or was entered.',
  zh: '取值来自环境变量文件或手动填写。',
};

function addFile(
  variables: Variables,
  item: SourceNode | undefined,
  to: Path,
  files: readonly NamedText[],
  ledger: MappingContext['ledger'],
): void {
  const pathSource = item?.kind === 'object' ? entry(item, 'path') : item;
  const path = textOf(pathSource);
  if (path === undefined || pathSource === undefined) return;
  const file = findFile(files, path);
  if (file === undefined) {
    ledger.lose(item, lossReasons.missingEnvFile);
    return;
  }
  ledger.carry(pathSource, to.slice(0, -1), {
    en: 'its variables are part of the container.',
    zh: '其中的变量已加入容器。',
  });
  if (item?.kind === 'object')
    for (const key of ['required', 'format']) ledger.carry(entry(item, key), to.slice(0, -1));
  const isRaw = textOf(entry(item, 'format')) === 'raw';
  const rows = readEnvFile(file, isRaw ? 'docker' : 'compose');
  ledger.addLeaves(rows.map(({ leaf }) => leaf));
  for (const { name, value, leaf } of rows) variables.set(name, value, leaf);
}

function mapPorts(context: MappingContext, source: SourceNode, to: Path): DraftObject[] {
  const mapped: DraftObject[] = [];
  for (const item of uniqueMembers(context.ledger, source, 'ports')) {
    const text = textOf(item);
    if (text !== undefined) {
      addPorts(context, item, readPort(text), mapped, to);
      continue;
    }
    const container = readRange(textOf(entry(item, 'target')) ?? '');
    const host = readRange(textOf(entry(item, 'published')) ?? '');
    const hostIp = textOf(entry(item, 'host_ip'));
    const protocol = textOf(entry(item, 'protocol'));
    for (const key of ['name', 'app_protocol', 'mode'])
      context.ledger.lose(entry(item, key), {
        en: 'IEF port mappings have no name or mode.',
        zh: 'IEF 的端口映射没有名称和模式字段。',
      });
    const port = container && {
      container,
      ...(host && { host }),
      ...(hostIp !== undefined && { hostIp }),
      ...(protocol !== undefined && { protocol }),
    };
    addPorts(context, item, port, mapped, to);
  }
  return mapped;
}

function mapVolumes(context: MappingContext, source: SourceNode, to: Path): DraftObject[] {
  const list: VolumeList = { mapped: [], names: new Set(), to };
  for (const item of uniqueMembers(context.ledger, source, 'volumes')) {
    const text = textOf(item);
    if (text !== undefined) addMount(context, item, readBind(text), list);
    else if (item.kind === 'object') addMount(context, item, longMount(context, item), list);
  }
  for (const item of uniqueMembers(context.ledger, source, 'tmpfs')) {
    const [target = '', options] = (textOf(item) ?? '').split(':');
    addMount(context, item, { kind: 'tmpfs', target }, list);
    if (options !== undefined) context.ledger.change(item, to, lossReasons.tmpfsOptions);
  }
  for (const item of uniqueMembers(context.ledger, source, 'devices')) {
    const text = textOf(item);
    const from = textOf(entry(item, 'source'));
    const target = textOf(entry(item, 'target')) ?? from;
    if (text !== undefined) addMount(context, item, readDevice(text), list);
    else if (from !== undefined && target !== undefined)
      addMount(context, item, { kind: 'device', source: from, target }, list);
  }
  return list.mapped;
}

function longMount({ ledger }: MappingContext, item: SourceNode): Mount {
  const type = textOf(entry(item, 'type')) ?? 'volume';
  const from = textOf(entry(item, 'source'));
  for (const key of ['bind', 'volume', 'tmpfs', 'consistency'])
    ledger.lose(entry(item, key), noOptions);
  return {
    kind: type === 'bind' || type === 'volume' || type === 'tmpfs' ? type : 'unknown',
    target: textOf(entry(item, 'target')) ?? '',
    isReadOnly: textOf(entry(item, 'read_only')) === 'true',
    ...(from !== undefined && { source: from }),
  };
}

const noOptions = { en: 'IEF does not support this mount option.', zh: 'IEF 不支持此挂载选项。' };

function mapCheck(context: MappingContext, source: SourceNode, to: Path): DraftObject | undefined {
  const check = entry(source, 'healthcheck');
  const testSource = entry(check, 'test');
  const test = readTest(testSource);
  const isDisabled = textOf(entry(check, 'disable')) === 'true' || test === 'none';
  if (isDisabled) {
    context.ledger.carry(check, to.slice(0, -1), {
      en: 'disables the probe.',
      zh: '表示不使用探针。',
    });
    return undefined;
  }
  if (test === undefined || testSource === undefined) return undefined;
  const timeout = entry(check, 'timeout');
  const startPeriod = entry(check, 'start_period');
  return mapHealthCheck(context, { test, testSource, timeout, startPeriod }, to);
}

/** A string is a script for a shell, as is the text after CMD-SHELL. */
function readTest(source: SourceNode | undefined) {
  if (source?.kind === 'leaf') {
    const script = textOf(source);
    return script === undefined ? undefined : { script };
  }
  const [first, ...words] = itemsOf(source).map((item) => textOf(item) ?? '');
  if (first === 'NONE') return 'none' as const;
  if (first === 'CMD-SHELL') return { script: words.join(' ') };
  return first === 'CMD' && words.length > 0 ? { words } : undefined;
}

function mapResources(
  context: MappingContext,
  source: SourceNode,
  to: Path,
): DraftObject | undefined {
  const deploy = entryAt(source, 'deploy', 'resources');
  const limits = entry(deploy, 'limits');
  const reserved = entry(deploy, 'reservations');
  const resources: DraftObject = {};
  for (const [side, cpu, memory] of [
    [
      'limits',
      entry(limits, 'cpus') ?? entry(source, 'cpus'),
      entry(limits, 'memory') ?? entry(source, 'mem_limit'),
    ],
    [
      'requests',
      entry(reserved, 'cpus'),
      entry(reserved, 'memory') ?? entry(source, 'mem_reservation'),
    ],
  ] as const) {
    const amounts: DraftObject = {};
    setIfPresent(amounts, 'cpu', mapCpus(context, cpu, [...to, side, 'cpu']));
    setIfPresent(amounts, 'memory', mapMemory(context, memory, [...to, side, 'memory']));
    if (Object.keys(amounts).length > 0) resources[side] = amounts;
  }
  return Object.keys(resources).length > 0 ? resources : undefined;
}
