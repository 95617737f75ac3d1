import { shown } from '#src/domain/core/characters/characters.ts';
import type { Path } from '#src/json/path.ts';
import { findFile, readEnvFile } from '../docker/env-file.ts';
import { addPorts, readPort, readRange } from '../docker/ports.ts';
import {
  mapHealthCheck,
  plainName,
  takeCpus,
  takeMemory,
  takeUser,
  takeWords,
} from '../docker/settings.ts';
import { createVariables, fromShell, takeAssignment, type Variables } from '../docker/variables.ts';
import { addMount, readBind, readDevice, type Mount, type VolumeList } from '../docker/volumes.ts';
import type { NamedText } from '../request/kinds.ts';
import type { Mapping } from '../report/mapping.ts';
import { put, takeFlag, takeText, takeTexts, type DraftObject } from '../report/carry.ts';
import { entriesOf, entry, entryAt, itemsOf, textOf, type Source } from '../source/source.ts';
import type { Service } from './services.ts';

/** One service as a container. */
export function mapService(
  mapping: Mapping,
  { name, source }: Service,
  to: Path,
  files: readonly NamedText[],
): DraftObject {
  const { ledger } = mapping;
  const draft: DraftObject = { name: takeName(mapping, name, source, [...to, 'name']) };
  draft.image_url = takeText(ledger, entry(source, 'image'), [...to, 'image_url']) ?? '';
  put(draft, 'command', takeCommand(mapping, entry(source, 'entrypoint'), [...to, 'command']));
  put(draft, 'args', takeCommand(mapping, entry(source, 'command'), [...to, 'args']));
  put(draft, 'privileged', takeFlag(ledger, entry(source, 'privileged'), [...to, 'privileged']));
  put(draft, 'run_as_user', takeUser(mapping, entry(source, 'user'), [...to, 'run_as_user']));
  put(draft, 'envs', mapVariables(mapping, source, [...to, 'envs'], files));
  put(draft, 'ports', mapPorts(mapping, source, [...to, 'ports']));
  put(draft, 'volumes', mapVolumes(mapping, source, [...to, 'volumes']));
  put(draft, 'liveness_probe', mapCheck(mapping, source, [...to, 'liveness_probe']));
  put(draft, 'resources', mapResources(mapping, source, [...to, 'resources']));
  return draft;
}

function takeName({ ledger }: Mapping, service: string, source: Source, to: Path): string {
  const own = entry(source, 'container_name');
  const wanted = textOf(own) ?? service;
  const name = plainName(wanted);
  if (name === wanted) ledger.carry(own, to);
  else {
    const message = {
      en: `${shown(wanted)} is named ${name}: lower-case letters, digits and hyphens, at most 32.`,
      zh: `${shown(wanted)} 改名为 ${name}：只能使用小写字母、数字和中划线，最多 32 个字符。`,
    };
    if (own === undefined) ledger.note(source, to, message);
    else ledger.change(own, to, message);
  }
  return name;
}

/** A list of words, or one text that is split into words. */
function takeCommand(mapping: Mapping, source: Source | undefined, to: Path): string[] | undefined {
  if (source === undefined) return undefined;
  return source.kind === 'list'
    ? takeTexts(mapping.ledger, source, to)
    : takeWords(mapping, source, to);
}

function mapVariables(
  { ledger }: Mapping,
  source: Source,
  to: Path,
  files: readonly NamedText[],
): DraftObject[] {
  const variables = createVariables(ledger);
  const envFile = entry(source, 'env_file');
  for (const item of envFile?.kind === 'list' ? envFile.items : [envFile])
    addFile(variables, item, to, files, ledger);
  const environment = entry(source, 'environment');
  for (const item of itemsOf(environment)) {
    const text = textOf(item);
    if (text !== undefined) takeAssignment(ledger, variables, item, text);
  }
  for (const [name, value] of entriesOf(environment)) {
    const text = textOf(value);
    if (text !== undefined) variables.set(name, text, value);
    else ledger.lose(value, fromShell);
  }
  return variables.rows(to);
}

function addFile(
  variables: Variables,
  item: Source | undefined,
  to: Path,
  files: readonly NamedText[],
  ledger: Mapping['ledger'],
): void {
  const pathSource = item?.kind === 'object' ? entry(item, 'path') : item;
  const path = textOf(pathSource);
  if (path === undefined || pathSource === undefined) return;
  const file = findFile(files, path);
  if (file === undefined) {
    ledger.lose(pathSource, {
      en: 'this file was not given, so its variables are missing.',
      zh: '未提供此文件，其中的变量缺失。',
    });
    return;
  }
  ledger.carry(pathSource, to.slice(0, -1), { en: 'was read.', zh: '已读取。' });
  if (item?.kind === 'object')
    for (const key of ['required', 'format']) ledger.carry(entry(item, key), to.slice(0, -1));
  const isRaw = textOf(entry(item, 'format')) === 'raw';
  const rows = readEnvFile(file, isRaw ? 'docker' : 'compose');
  ledger.admit(rows.map(({ leaf }) => leaf));
  for (const { name, value, leaf } of rows) variables.set(name, value, leaf);
}

function mapPorts(mapping: Mapping, source: Source, to: Path): DraftObject[] {
  const mapped: DraftObject[] = [];
  for (const item of itemsOf(entry(source, 'ports'))) {
    const text = textOf(item);
    if (text !== undefined) {
      addPorts(mapping, item, readPort(text), mapped, to);
      continue;
    }
    const container = readRange(textOf(entry(item, 'target')) ?? '');
    const host = readRange(textOf(entry(item, 'published')) ?? '');
    const hostIp = textOf(entry(item, 'host_ip'));
    const protocol = textOf(entry(item, 'protocol'));
    for (const key of ['name', 'app_protocol', 'mode'])
      mapping.ledger.lose(entry(item, key), {
        en: 'IEF mappings have no name and no mode.',
        zh: 'IEF 的端口映射没有名称和模式字段。',
      });
    const port = container && {
      container,
      ...(host && { host }),
      ...(hostIp !== undefined && { hostIp }),
      ...(protocol !== undefined && { protocol }),
    };
    addPorts(mapping, item, port, mapped, to);
  }
  return mapped;
}

function mapVolumes(mapping: Mapping, source: Source, to: Path): DraftObject[] {
  const list: VolumeList = { mapped: [], names: new Set(), to };
  for (const item of itemsOf(entry(source, 'volumes'))) {
    const text = textOf(item);
    if (text !== undefined) addMount(mapping, item, readBind(text), list);
    else if (item.kind === 'object') addMount(mapping, item, longMount(mapping, item), list);
  }
  const tmpfs = entry(source, 'tmpfs');
  for (const item of tmpfs?.kind === 'leaf' ? [tmpfs] : itemsOf(tmpfs)) {
    const [target = '', options] = (textOf(item) ?? '').split(':');
    addMount(mapping, item, { kind: 'tmpfs', target }, list);
    if (options !== undefined) mapping.ledger.change(item, to, noSize);
  }
  for (const item of itemsOf(entry(source, 'devices'))) {
    const text = textOf(item);
    if (text !== undefined) addMount(mapping, item, readDevice(text), list);
  }
  return list.mapped;
}

function longMount({ ledger }: Mapping, item: Source): Mount {
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

const noSize = {
  en: 'an emptyDir in memory has no options such as its size.',
  zh: '内存中的 emptyDir 没有大小等选项。',
};
const noOptions = { en: 'IEF has no such mount option.', zh: 'IEF 没有此挂载选项。' };

function mapCheck(mapping: Mapping, source: Source, to: Path): DraftObject | undefined {
  const check = entry(source, 'healthcheck');
  const testSource = entry(check, 'test');
  const test = readTest(testSource);
  const isDisabled = textOf(entry(check, 'disable')) === 'true' || test === 'none';
  if (isDisabled) {
    mapping.ledger.carry(check, to.slice(0, -1), { en: 'means no probe.', zh: '表示没有探针。' });
    return undefined;
  }
  if (test === undefined || testSource === undefined) return undefined;
  const timeout = entry(check, 'timeout');
  const startPeriod = entry(check, 'start_period');
  return mapHealthCheck(mapping, { test, testSource, timeout, startPeriod }, to);
}

/** A text is for a shell, and so is what follows CMD-SHELL. */
function readTest(source: Source | undefined) {
  if (source?.kind === 'leaf') {
    const script = textOf(source);
    return script === undefined ? undefined : { script };
  }
  const [first, ...words] = itemsOf(source).map((item) => textOf(item) ?? '');
  if (first === 'NONE') return 'none' as const;
  if (first === 'CMD-SHELL') return { script: words.join(' ') };
  return first === 'CMD' && words.length > 0 ? { words } : undefined;
}

function mapResources(mapping: Mapping, source: Source, to: Path): DraftObject | undefined {
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
    put(amounts, 'cpu', takeCpus(mapping, cpu, [...to, side, 'cpu']));
    put(amounts, 'memory', takeMemory(mapping, memory, [...to, side, 'memory']));
    if (Object.keys(amounts).length > 0) resources[side] = amounts;
  }
  return Object.keys(resources).length > 0 ? resources : undefined;
}
