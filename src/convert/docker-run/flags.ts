import type { Text } from '#src/domain/core/text.ts';

/** How a flag of `docker run` is read, and why it is lost if IEF has nothing for it. */
export interface Flag {
  readonly name: string;
  readonly takesValue: boolean;
  readonly hint?: Text;
}

const terminal: Text = { en: 'IEF containers have no terminal.', zh: 'IEF 容器没有终端。' };
const network: Text = {
  en: 'IEF knows the host network and its own, no other.',
  zh: 'IEF 只支持主机网络和默认网络。',
};
const limits: Text = { en: 'IEF limits CPU and memory only.', zh: 'IEF 只限制 CPU 和内存。' };
const rights: Text = {
  en: 'IEF has only privileged, not single rights.',
  zh: 'IEF 只支持特权容器，不支持单项权限。',
};
const labels: Text = { en: 'IEF containers have no labels.', zh: 'IEF 容器没有标签。' };
const host: Text = { en: 'IEF has no settings of names and hosts.', zh: 'IEF 不支持主机名设置。' };
const checks: Text = {
  en: 'IEF probes have no interval and no retries.',
  zh: 'IEF 的探针没有间隔和重试次数。',
};
const images: Text = {
  en: 'IEF pulls the image itself.',
  zh: 'IEF 自行拉取镜像。',
};
const node: Text = { en: 'IEF and the node decide about this.', zh: '由 IEF 和节点管理。' };

/** Flags that the mapping reads, and their short forms. */
const valued = `name entrypoint e=env env-file p=publish v=volume mount tmpfs device network=net
  pid restart health-cmd health-timeout health-start-period m=memory memory-reservation cpus u=user`;
const switched = 'privileged d=detach rm no-healthcheck';

const lostWithValue: readonly (readonly [names: string, hint: Text])[] = [
  ['network-alias ip ip6 link mac-address dns dns-search dns-option dns-opt expose', network],
  ['h=hostname domainname add-host uts', host],
  ['l=label label-file annotation', labels],
  ['health-interval health-retries health-start-interval', checks],
  [
    `c=cpu-shares cpu-period cpu-quota cpu-rt-period cpu-rt-runtime cpuset-cpus cpuset-mems cpu-count
    cpu-percent memory-swap memory-swappiness kernel-memory pids-limit blkio-weight
    blkio-weight-device device-read-bps device-read-iops device-write-bps device-write-iops
    io-maxbandwidth io-maxiops shm-size ulimit oom-score-adj storage-opt`,
    limits,
  ],
  [
    `cap-add cap-drop security-opt device-cgroup-rule group-add userns cgroupns cgroup-parent ipc
    isolation`,
    rights,
  ],
  ['pull platform', images],
  [
    'log-driver log-opt runtime sysctl stop-signal stop-timeout volume-driver volumes-from cidfile',
    node,
  ],
  [
    'gpus',
    {
      en: 'IEF counts GPU memory in MB, not GPUs. Enter the memory in limits.gpu and requests.gpu.',
      zh: 'IEF 按显存（MB）申请 GPU，请填写 limits.gpu 和 requests.gpu。',
    },
  ],
  [
    'w=workdir',
    {
      en: 'IEF has no working directory. Start with sh -c "cd … && …".',
      zh: 'IEF 没有工作目录字段，可用 sh -c "cd … && …" 启动。',
    },
  ],
  ['a=attach detach-keys', terminal],
  ['pod secret arch os variant tz umask systemd requires replace-with', node],
];

const lostSwitches: readonly (readonly [names: string, hint: Text])[] = [
  ['i=interactive t=tty sig-proxy', terminal],
  ['P=publish-all', network],
  ['init read-only oom-kill-disable', node],
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

/** The flag of a long name. */
export function longFlag(name: string): Flag | undefined {
  return byName.get(name);
}

/** The flag of a letter. */
export function shortFlag(letter: string): Flag | undefined {
  return byLetter.get(letter);
}
