import type { Text } from '#src/domain/core/text.ts';
import { lossReasons } from '../report/loss-reasons.ts';

/** How to read a flag of `docker run`, and why IEF cannot take it. */
export interface Flag {
  readonly name: string;
  readonly takesValue: boolean;
  readonly hint?: Text;
}

const images: Text = {
  en: 'IEF decides how to pull the image.',
  zh: '镜像的拉取方式由 IEF 决定。',
};
const node: Text = { en: 'IEF and the node manage this.', zh: '由 IEF 和节点管理。' };

/** Flags that the conversion uses, with their short forms. */
const valued = `name entrypoint e=env env-file p=publish v=volume mount tmpfs device network=net
  pid restart health-cmd health-timeout health-start-period m=memory memory-reservation cpus u=user`;
const switched = 'privileged d=detach rm no-healthcheck';

const lostWithValue: readonly (readonly [names: string, hint: Text])[] = [
  ['network-alias ip ip6 link mac-address expose', lossReasons.network],
  ['dns dns-search dns-option dns-opt', lossReasons.dns],
  ['add-host', lossReasons.hostAliases],
  ['h=hostname domainname', lossReasons.hostName],
  ['l=label label-file annotation', lossReasons.labels],
  ['health-interval health-retries health-start-interval', lossReasons.probeTiming],
  [
    `c=cpu-shares cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpuset-cpus cpuset-mems cpu-count
    cpu-percent memory-swap memory-swappiness kernel-memory pids-limit blkio-weight
    blkio-weight-device device-read-bps device-read-iops device-write-bps device-write-iops
    io-maxbandwidth io-maxiops shm-size ulimit oom-score-adj storage-opt`,
    lossReasons.otherResources,
  ],
  ['cap-add cap-drop security-opt device-cgroup-rule group-add', lossReasons.capabilities],
  ['userns cgroupns cgroup-parent ipc uts isolation', lossReasons.namespaces],
  ['pull platform', images],
  ['runtime stop-signal volume-driver cidfile', node],
  ['log-driver log-opt', lossReasons.logs],
  ['sysctl', lossReasons.sysctls],
  ['stop-timeout', lossReasons.stopTimeout],
  ['volumes-from', lossReasons.namedVolume],
  ['gpus', lossReasons.gpuCount],
  ['w=workdir', lossReasons.workingDirectory],
  ['a=attach detach-keys', lossReasons.terminal],
  ['pod secret arch os variant tz umask systemd requires replace-with', node],
];

const lostSwitches: readonly (readonly [names: string, hint: Text])[] = [
  ['i=interactive t=tty sig-proxy', lossReasons.terminal],
  ['P=publish-all', lossReasons.network],
  ['init oom-kill-disable', node],
  ['read-only', lossReasons.readOnlyRoot],
  ['q=quiet disable-content-trust', images],
  ['replace tls-verify rmi env-host no-hosts', node],
];

const byName = new Map<string, Flag>();
const byLetter = new Map<string, Flag>();

function add(names: string, takesValue: boolean, hint?: Text): void {
  for (const entry of names.split(/\s+/)) {
    const [first = '', second] = entry.split('=');
    const isLetter = first.length === 1;
    const name = isLetter ? second! : first;
    const flag: Flag = { name, takesValue, ...(hint !== undefined && { hint }) };
    byName.set(name, flag);
    if (isLetter) byLetter.set(first, flag);
    else if (second !== undefined) byName.set(second, flag);
  }
}

add(valued, true);
add(switched, false);
for (const [names, hint] of lostWithValue) add(names, true, hint);
for (const [names, hint] of lostSwitches) add(names, false, hint);

export function longFlag(name: string): Flag | undefined {
  return byName.get(name);
}

export function shortFlag(letter: string): Flag | undefined {
  return byLetter.get(letter);
}

/** Values that Docker assumes without the flag. */
const defaults: Readonly<Record<string, readonly string[]>> = {
  'log-driver': ['json-file'],
  ipc: ['private', 'shareable'],
  cgroupns: ['private'],
  pull: ['missing'],
  network: ['bridge', 'default'],
  isolation: ['default'],
  runtime: ['runc'],
  'stop-signal': ['SIGTERM', '15'],
  'stop-timeout': ['10'],
  'shm-size': ['64m', '64mb'],
  'pids-limit': ['-1', '0'],
  'memory-swappiness': ['-1'],
  'sig-proxy': ['true', '--sig-proxy'],
};

/** True if a flag with this text changes nothing. */
export function isDockerDefault({ name, takesValue }: Flag, text: string): boolean {
  if (Object.hasOwn(defaults, name)) return defaults[name]!.includes(text);
  return !takesValue && text === 'false';
}
