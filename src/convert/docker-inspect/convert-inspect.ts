import type { Text } from '#src/domain/core/text.ts';
import type { Path } from '#src/json/path.ts';
import { toCores, toMegabytes, type Amount } from '../body/amounts.ts';
import { addPorts, readPort } from '../docker/ports.ts';
import {
  mapHealthCheck,
  plainName,
  mapRestartPolicy,
  mapUser,
  mapWords,
} from '../docker/settings.ts';
import { lossReasons } from '../report/loss-reasons.ts';
import { createVariables, addAssignment } from '../docker/variables.ts';
import { addMount, readBind, type Mount, type VolumeList } from '../docker/volumes.ts';
import { chooseParts, type MappingResult, type MappingContext } from '../report/mapping-context.ts';
import { setIfPresent, carryText, carryTexts, type DraftObject } from '../report/carry.ts';
import { entriesOf, entry, entryAt, itemsOf, textOf, type SourceNode } from '../source/source.ts';
import { explainInspectLoss } from './explain-loss.ts';

const CONTAINER: Path = ['deployment', 'template', 'containers', 0];
const CONFIGS: Path = ['deployment', 'template', 'configs'];

/** Turns one inspected container into a body. */
export function convertInspect(
  context: MappingContext,
  root: SourceNode,
): MappingResult | undefined {
  const { ledger, names } = context;
  const parts = (root.kind === 'list' ? root.items : [root])
    .filter((source) => entry(source, 'Config') !== undefined)
    .map((source) => ({ name: nameOf(source), source }));
  const { chosen, choices } = chooseParts(parts, names, false);
  const [part] = chosen;
  if (part === undefined) return undefined;
  for (const { source } of parts)
    if (source !== part.source)
      ledger.lose(source, { en: 'this container was not selected.', zh: '未选择此容器。' });
  return { body: mapBody(context, part.source), choices, explain: explainInspectLoss };
}

/** Docker puts a slash before the name. */
function nameOf(source: SourceNode): string {
  return (textOf(entry(source, 'Name')) ?? '').replace(/^\//, '');
}

function mapBody(context: MappingContext, source: SourceNode): DraftObject {
  const { ledger } = context;
  const config = entry(source, 'Config');
  const host = entry(source, 'HostConfig');
  const wanted = nameOf(source);
  const name = plainName(wanted) || 'container-0';
  if (name === wanted) ledger.carry(entry(source, 'Name'), ['name']);
  else
    ledger.change(entry(source, 'Name'), ['name'], {
      en: `renamed to ${name}.`,
      zh: `改名为 ${name}。`,
    });
  const container: DraftObject = { name };
  container.image_url =
    carryText(ledger, entry(config, 'Image'), [...CONTAINER, 'image_url']) ?? '';
  setIfPresent(
    container,
    'command',
    mapEntrypoint(context, entry(config, 'Entrypoint'), [...CONTAINER, 'command']),
  );
  setIfPresent(container, 'args', carryTexts(ledger, entry(config, 'Cmd'), [...CONTAINER, 'args']));
  const privileged = entry(host, 'Privileged');
  if (textOf(privileged) === 'true') {
    container.privileged = true;
    ledger.carry(privileged, [...CONTAINER, 'privileged']);
  }
  const user = entry(config, 'User');
  if (textOf(user) !== '')
    setIfPresent(container, 'run_as_user', mapUser(context, user, [...CONTAINER, 'run_as_user']));
  setIfPresent(container, 'envs', mapVariables(context, config));
  setIfPresent(container, 'ports', mapPorts(context, host, config));
  setIfPresent(container, 'volumes', mapVolumes(context, source, host));
  setIfPresent(container, 'liveness_probe', mapCheck(context, entry(config, 'Healthcheck')));
  setIfPresent(container, 'resources', mapResources(context, host));
  const template = { configs: mapConfigs(context, host), containers: [container] };
  return { name, node_ids: [], deployment: { replicas: 1, template } };
}

/** Podman prints the words as one text. */
function mapEntrypoint(
  context: MappingContext,
  source: SourceNode | undefined,
  to: Path,
): readonly string[] | undefined {
  return source?.kind === 'leaf' && textOf(source)?.includes(' ') === true
    ? mapWords(context, source, to)
    : carryTexts(context.ledger, source, to);
}

function mapVariables({ ledger }: MappingContext, config: SourceNode | undefined): DraftObject[] {
  const variables = createVariables(ledger);
  for (const item of itemsOf(entry(config, 'Env'))) {
    const text = textOf(item);
    if (text !== undefined) addAssignment(ledger, variables, item, text);
  }
  return variables.rows([...CONTAINER, 'envs']);
}

/** Published ports. Ports that the image only exposes are left out, as nothing outside reaches them. */
function mapPorts(
  context: MappingContext,
  host: SourceNode | undefined,
  config: SourceNode | undefined,
): DraftObject[] {
  const { ledger } = context;
  const to = [...CONTAINER, 'ports'];
  const mapped: DraftObject[] = [];
  const bindings = entriesOf(entry(host, 'PortBindings'));
  for (const [key, list] of bindings) {
    for (const binding of itemsOf(list)) {
      const ip = textOf(entry(binding, 'HostIp')) ?? '';
      const port = textOf(entry(binding, 'HostPort')) ?? '';
      const address = ip.includes(':') ? `[${ip}]` : ip;
      const isAny = ip === '' || ip === '0.0.0.0' || ip === '::';
      const text = port === '' ? key : [...(isAny ? [] : [address]), port, key].join(':');
      addPorts(context, binding, readPort(text), mapped, to);
    }
  }
  const published = new Map(bindings);
  for (const [key, value] of entriesOf(entry(config, 'ExposedPorts')))
    if (published.has(key)) ledger.carry(value, to.slice(0, -1), sameAgain);
  return mapped;
}

function mapVolumes(
  context: MappingContext,
  source: SourceNode,
  host: SourceNode | undefined,
): DraftObject[] {
  const { ledger } = context;
  const list: VolumeList = { mapped: [], names: new Set(), to: [...CONTAINER, 'volumes'] };
  const bound = new Set<string>();
  for (const item of itemsOf(entry(host, 'Binds'))) {
    const mount = readBind(textOf(item) ?? '');
    bound.add(mount.target);
    addMount(context, item, mount, list);
  }
  for (const item of itemsOf(entry(source, 'Mounts'))) {
    const mount = readMount(item);
    if (bound.has(mount.target)) ledger.carry(item, CONTAINER, sameAgain);
    else {
      bound.add(mount.target);
      addMount(context, item, mount, list);
    }
  }
  for (const item of itemsOf(entry(host, 'Mounts'))) {
    const mount = readMount(item);
    if (bound.has(mount.target)) ledger.carry(item, CONTAINER, sameAgain);
    else {
      for (const key of ['BindOptions', 'VolumeOptions', 'TmpfsOptions'])
        ledger.lose(entry(item, key), noMountOptions);
      addMount(context, item, mount, list);
    }
  }
  for (const [target, options] of entriesOf(entry(host, 'Tmpfs'))) {
    addMount(context, options, { kind: 'tmpfs', target }, list);
    if ((textOf(options) ?? '') !== '')
      ledger.change(options, [...list.to, list.mapped.length - 1], lossReasons.tmpfsOptions);
  }
  for (const item of itemsOf(entry(host, 'Devices'))) {
    const from = textOf(entry(item, 'PathOnHost')) ?? '';
    const target = textOf(entry(item, 'PathInContainer')) ?? from;
    addMount(context, item, { kind: 'device', source: from, target }, list);
  }
  return list.mapped;
}

/** A row of `Mounts`, the list of the actual mounts, or of the list in `HostConfig`, the wanted ones. */
function readMount(item: SourceNode): Mount {
  const type = textOf(entry(item, 'Type'));
  const name = type === 'volume' ? textOf(entry(item, 'Name')) : undefined;
  const from = name ?? textOf(entry(item, 'Source'));
  return {
    kind: type === 'bind' || type === 'volume' || type === 'tmpfs' ? type : 'unknown',
    target: textOf(entry(item, 'Destination')) ?? textOf(entry(item, 'Target')) ?? '',
    isReadOnly: textOf(entry(item, 'RW')) === 'false' || textOf(entry(item, 'ReadOnly')) === 'true',
    ...(from !== undefined && { source: from }),
  };
}

function mapCheck(context: MappingContext, check: SourceNode | undefined): DraftObject | undefined {
  const testSource = entry(check, 'Test');
  if (textOf(itemsOf(testSource)[0]) === 'NONE')
    context.ledger.carry(check, CONTAINER, { en: 'disables the probe.', zh: '表示不使用探针。' });
  const [first, ...words] = itemsOf(testSource).map((item) => textOf(item) ?? '');
  const isScript = first === 'CMD-SHELL';
  if (testSource === undefined || words.length === 0 || !(isScript || first === 'CMD'))
    return undefined;
  const test = isScript ? { script: words.join(' ') } : { words };
  const timeout = entry(check, 'Timeout');
  const startPeriod = entry(check, 'StartPeriod');
  return mapHealthCheck(context, { test, testSource, timeout, startPeriod, isNanoseconds: true }, [
    ...CONTAINER,
    'liveness_probe',
  ]);
}

function mapResources(
  context: MappingContext,
  host: SourceNode | undefined,
): DraftObject | undefined {
  const to = [...CONTAINER, 'resources'];
  const limits: DraftObject = {};
  const cpuTo = [...to, 'limits', 'cpu'];
  const cpu =
    mapPositiveAmount(context, entry(host, 'NanoCpus'), cpuTo, (count) =>
      toCores({ top: count, bottom: 10n ** 9n }),
    ) ?? mapQuota(context, host, cpuTo);
  setIfPresent(limits, 'cpu', cpu);
  const inMegabytes = (count: bigint) => toMegabytes({ top: count, bottom: 1n });
  setIfPresent(
    limits,
    'memory',
    mapPositiveAmount(context, entry(host, 'Memory'), [...to, 'limits', 'memory'], inMegabytes),
  );
  const reserved = entry(host, 'MemoryReservation');
  const memory = mapPositiveAmount(context, reserved, [...to, 'requests', 'memory'], inMegabytes);
  const resources: DraftObject = {};
  if (Object.keys(limits).length > 0) resources.limits = limits;
  if (memory !== undefined) resources.requests = { memory };
  return Object.keys(resources).length > 0 ? resources : undefined;
}

/** CPU time per period, as `--cpu-quota` sets it; the usual period is 100 ms. */
function mapQuota(
  context: MappingContext,
  host: SourceNode | undefined,
  to: Path,
): string | undefined {
  const period = entry(host, 'CpuPeriod');
  const bottom = textOf(period) ?? '0';
  if (!/^\d{1,9}$/.test(bottom)) return undefined;
  const cpu = mapPositiveAmount(context, entry(host, 'CpuQuota'), to, (count) =>
    toCores({ top: count, bottom: bottom === '0' ? 100_000n : BigInt(bottom) }),
  );
  if (cpu !== undefined && bottom !== '0')
    context.ledger.carry(period, to, { en: 'the period of the quota.', zh: '配额的周期。' });
  return cpu;
}

/** An amount above zero; zero means no limit. */
function mapPositiveAmount(
  { ledger }: MappingContext,
  source: SourceNode | undefined,
  to: Path,
  read: (count: bigint) => Amount,
): string | undefined {
  const text = textOf(source);
  if (text === undefined || !/^[1-9]\d{0,18}$/.test(text)) return undefined;
  const amount = read(BigInt(text));
  if (amount.isRounded) ledger.change(source, to, amount.message);
  else ledger.carry(source, to, amount.message);
  return amount.text;
}

function mapConfigs(context: MappingContext, host: SourceNode | undefined): DraftObject {
  const { ledger } = context;
  const network = entry(host, 'NetworkMode');
  const isHost = textOf(network) === 'host';
  if (isHost || textOf(network) === 'default' || textOf(network) === 'bridge')
    ledger.carry(network, [...CONFIGS, 'host_network']);
  const configs: DraftObject = { host_network: isHost };
  const pid = entry(host, 'PidMode');
  if (textOf(pid) === 'host') {
    configs.host_pid = true;
    ledger.carry(pid, [...CONFIGS, 'host_pid']);
  }
  const policy = entryAt(host, 'RestartPolicy', 'Name');
  const restart =
    textOf(policy) === ''
      ? undefined
      : mapRestartPolicy(context, policy, [...CONFIGS, 'restart_policy']);
  configs.restart_policy = restart ?? 'Always';
  return configs;
}

const noMountOptions: Text = {
  en: 'IEF does not support this mount option.',
  zh: 'IEF 不支持此挂载选项。',
};
const sameAgain: Text = {
  en: 'repeats another value.',
  zh: '与其他值重复。',
};
