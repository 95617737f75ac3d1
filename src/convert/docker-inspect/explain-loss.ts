import type { Text } from '#src/domain/core/text.ts';
import { dockerDefault, lossReasons } from '../report/loss-reasons.ts';
import type { Leaf } from '../source/source.ts';

/** Why a value is lost. Most of the output is the state of one container on one host. */
export function explainInspectLoss({ path, value }: Leaf): Text | undefined {
  const [first, second] =
    path[0] === undefined || typeof path[0] === 'string' ? path : path.slice(1);
  const isSetting = first === 'Config' || first === 'HostConfig';
  if (!isSetting)
    return { en: 'state of this container, not configuration.', zh: '容器的状态，不是配置。' };
  if (isNothing(value)) return dockerDefault;
  if (second === 'DeviceRequests' || (second === 'Runtime' && value === 'nvidia'))
    return lossReasons.gpuCount;
  if (second !== undefined && Object.hasOwn(reasons, second))
    return isKnownDefault(path, value) ? dockerDefault : reasons[second];
  return isKnownDefault(path, value) ? dockerDefault : undefined;
}

function isNothing(value: Leaf['value']): boolean {
  return value === 0 || value === false || value === '';
}

/** Why a setting is lost, by its key in Config or HostConfig. */
const reasons: Readonly<Record<string, Text>> = {
  Labels: lossReasons.labels,
  Annotations: lossReasons.labels,
  CapAdd: lossReasons.capabilities,
  CapDrop: lossReasons.capabilities,
  SecurityOpt: lossReasons.capabilities,
  GroupAdd: lossReasons.capabilities,
  IpcMode: lossReasons.namespaces,
  UsernsMode: lossReasons.namespaces,
  UTSMode: lossReasons.namespaces,
  LogConfig: lossReasons.logs,
  ExtraHosts: lossReasons.hostAliases,
  Dns: lossReasons.dns,
  DnsSearch: lossReasons.dns,
  DnsOptions: lossReasons.dns,
  NetworkMode: lossReasons.network,
  Links: lossReasons.network,
  Hostname: lossReasons.hostName,
  Domainname: lossReasons.hostName,
  Tty: lossReasons.terminal,
  OpenStdin: lossReasons.terminal,
  AttachStdin: lossReasons.terminal,
  WorkingDir: lossReasons.workingDirectory,
  Healthcheck: lossReasons.probeTiming,
  RestartPolicy: {
    en: 'IEF has restart policies without a number of attempts.',
    zh: 'IEF 的重启策略没有次数限制。',
  },
  ReadonlyRootfs: lossReasons.readOnlyRoot,
  Sysctls: lossReasons.sysctls,
  StopTimeout: lossReasons.stopTimeout,
  VolumesFrom: lossReasons.namedVolume,
  Ulimits: lossReasons.otherResources,
  ShmSize: lossReasons.otherResources,
  MemorySwap: lossReasons.otherResources,
  MemorySwappiness: lossReasons.otherResources,
  CpuShares: lossReasons.otherResources,
  CpusetCpus: lossReasons.otherResources,
  CpusetMems: lossReasons.otherResources,
  PidsLimit: lossReasons.otherResources,
  OomScoreAdj: lossReasons.otherResources,
};

/** Defaults that are not empty, by their last keys. */
const defaults: Readonly<Record<string, readonly unknown[]>> = {
  'LogConfig.Type': ['json-file'],
  'HostConfig.IpcMode': ['private', 'shareable'],
  'HostConfig.CgroupnsMode': ['private'],
  'HostConfig.Runtime': ['runc'],
  'HostConfig.ShmSize': [67_108_864],
  'HostConfig.Isolation': ['default'],
  'HostConfig.NetworkMode': ['default', 'bridge'],
  'Config.StopSignal': ['SIGTERM'],
  'Config.StopTimeout': [10],
  'Config.AttachStdout': [true],
  'Config.AttachStderr': [true],
};

function isKnownDefault(path: Leaf['path'], value: Leaf['value']): boolean {
  // Docker hides the same paths of every container that is not privileged.
  if (path.some((key) => key === 'MaskedPaths' || key === 'ReadonlyPaths')) return true;
  const name = path.slice(-2).join('.');
  return Object.hasOwn(defaults, name) && defaults[name]!.includes(value);
}
