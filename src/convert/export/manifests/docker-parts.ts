import type { Ledger } from '#src/convert/report/ledger.ts';
import { entry, entryAt, itemsOf, textOf, type SourceNode } from '#src/convert/source/source.ts';
import type { Text } from '#src/domain/core/text.ts';
import type { Path } from '#src/json/path.ts';
import { amountOf, flagOf, isDefault } from './body-parts.ts';

/** The restart policy of Docker for one of IEF, carried to a path. */
export function dockerRestart(
  ledger: Ledger,
  configs: SourceNode | undefined,
  to: Path | string,
): string | undefined {
  const source = entry(configs, 'restart_policy');
  const policy = { Always: 'always', OnFailure: 'on-failure', Never: 'no' }[textOf(source) ?? ''];
  if (policy !== undefined) ledger.carry(source, to, { en: `${policy}.`, zh: `即 ${policy}。` });
  return policy;
}

/** The published ports of a container, as Docker writes them. */
export function dockerPorts(
  ledger: Ledger,
  container: SourceNode,
  to: (index: number) => Path | string,
): string[] {
  const ports: string[] = [];
  for (const item of itemsOf(entry(container, 'ports'))) {
    const inner = textOf(entry(item, 'container_port'));
    const range = entry(item, 'host_port_range');
    const first = textOf(entry(range, 'min_port'));
    const last = textOf(entry(range, 'max_port'));
    const host =
      textOf(entry(item, 'host_port')) ?? (first && last ? `${first}-${last}` : undefined);
    const ip = textOf(entry(item, 'host_ip'));
    if (inner === undefined || (ip !== undefined && host === undefined)) {
      ledger.lose(item, { en: 'the mapping is incomplete.', zh: '端口映射不完整。' });
      continue;
    }
    for (const key of ['container_port', 'host_port', 'host_ip'])
      ledger.carry(entry(item, key), to(ports.length));
    if (host?.includes('-') === true) ledger.carry(range, to(ports.length), fromRange);
    const address = ip === undefined ? '' : `${ip.includes(':') ? `[${ip}]` : ip}:`;
    ports.push(host === undefined ? inner : `${address}${host}:${inner}`);
  }
  return ports;
}

const fromRange: Text = {
  en: 'Docker chooses a port from the range.',
  zh: 'Docker 会在范围内选择端口。',
};

/** Something mounted into a container. */
export interface DockerMount {
  readonly kind: 'bind' | 'tmpfs' | 'volume';
  readonly source: string;
  readonly target: string;
  readonly isReadOnly: boolean;
}

/** The mounts of a container. Configmaps and secrets stay behind. */
export function dockerMounts(
  ledger: Ledger,
  container: SourceNode,
  to: (mount: DockerMount, index: number) => Path | string,
): DockerMount[] {
  const mounts: DockerMount[] = [];
  for (const item of itemsOf(entry(container, 'volumes'))) {
    const [type, source, target] = ['type', 'source', 'destination'].map((key) =>
      textOf(entry(item, key)),
    );
    if (source === undefined || target === undefined) continue;
    if (type === 'configMap' || type === 'secret') {
      ledger.lose(item, noObjects);
      continue;
    }
    if (type !== 'hostPath' && type !== 'emptyDir') continue;
    const kind = type === 'hostPath' ? 'bind' : source === 'memory' ? 'tmpfs' : 'volume';
    const flag = flagOf(entry(item, 'read_only'));
    const mount = { kind, source, target, isReadOnly: flag ?? kind === 'bind' } as const;
    const at = to(mount, mounts.length);
    ledger.carry(entry(item, 'type'), at, mountTypes[kind]);
    ledger.carry(entry(item, 'source'), at, kind === 'bind' ? undefined : mountTypes[kind]);
    ledger.carry(entry(item, 'destination'), at);
    if (kind === 'bind')
      ledger.carry(entry(item, 'read_only'), at, flag === false ? isDefault : undefined);
    else if (flag === false) ledger.carry(entry(item, 'read_only'), null);
    ledger.carry(entry(item, 'name'), null, nameless);
    mounts.push(mount);
  }
  return mounts;
}

const mountTypes: Readonly<Record<DockerMount['kind'], Text>> = {
  bind: { en: 'a bind mount.', zh: '即绑定挂载。' },
  tmpfs: { en: 'a tmpfs mount.', zh: '即 tmpfs 挂载。' },
  volume: { en: 'an anonymous volume.', zh: '即匿名卷。' },
};
const noObjects: Text = {
  en: 'configmaps and secrets of IEF do not exist there. Mount a file instead.',
  zh: '目标平台没有 IEF 的配置项和密钥，请改为挂载文件。',
};
const nameless: Text = {
  en: 'the name only identifies the volume in the body.',
  zh: '名称仅用于在请求体中标识卷。',
};

/** CPU and memory of a container. Docker’s MB is 2^20 bytes. */
export function dockerAmounts(
  ledger: Ledger,
  container: SourceNode,
  side: 'limits' | 'requests',
  to: (key: 'cpu' | 'memory') => Path | string,
): { readonly cpu?: string; readonly memory?: string } {
  const source = entryAt(container, 'resources', side);
  const cpu = amountOf(ledger, entry(source, 'cpu'));
  const memory = amountOf(ledger, entry(source, 'memory'));
  if (cpu !== undefined) ledger.carry(entry(source, 'cpu'), to('cpu'));
  if (memory !== undefined) ledger.carry(entry(source, 'memory'), to('memory'), inMegabytes);
  return {
    ...(cpu !== undefined && { cpu }),
    ...(memory !== undefined && { memory: dockerBytes(memory) }),
  };
}

/** Docker takes no fraction of a byte, so an amount that is not whole is written in bytes. */
function dockerBytes(megabytes: string): string {
  return /^\d+$/.test(megabytes)
    ? `${megabytes}m`
    : String(Math.round(Number(megabytes) * 2 ** 20));
}

const inMegabytes: Text = { en: 'in units of 2^20 bytes.', zh: '单位为 2^20 字节。' };

/** Reasons for a loss that only Docker has. */
export const dockerLosses = {
  D310: { en: 'NPUs cannot be requested.', zh: '不支持申请 NPU。' },
  D310B: { en: 'NPUs cannot be requested.', zh: '不支持申请 NPU。' },
  replicas: {
    en: 'there is one instance. Run the command again for more.',
    zh: '只有一个实例，如需多个请重复执行命令。',
  },
  requests: {
    en: 'Docker cannot reserve this.',
    zh: 'Docker 不支持预留此项。',
  },
  liveness_probe: { en: 'the probe is incomplete.', zh: '探针不完整。' },
} as const satisfies Record<string, Text>;
