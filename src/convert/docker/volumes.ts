import type { Text } from '#src/domain/core/text.ts';
import type { Path } from '#src/json/path.ts';
import { volumeName } from '../body/volume-names.ts';
import type { MappingContext } from '../report/mapping-context.ts';
import { lossReasons } from '../report/loss-reasons.ts';
import type { DraftObject } from '../report/carry.ts';
import type { SourceNode } from '../source/source.ts';

/** Something mounted into a container. */
export interface Mount {
  readonly kind: 'bind' | 'volume' | 'tmpfs' | 'device' | 'unknown';
  readonly source?: string;
  readonly target: string;
  readonly isReadOnly?: boolean;
  /** Options of the mount that IEF does not have. */
  readonly lost?: readonly string[];
}

/** The volumes of a container under construction. */
export interface VolumeList {
  readonly mapped: DraftObject[];
  readonly names: Set<string>;
  readonly to: Path;
}

/** Reads `[source:]target[:options]`. Windows drives keep their colon. */
export function readBind(text: string): Mount {
  const drive = /^[A-Za-z]:[\\/]/.test(text) ? text.slice(0, 2) : '';
  const [path = '', second, options = ''] = text.slice(drive.length).split(':');
  const first = drive + path;
  if (second === undefined) return { kind: 'volume', target: first };
  const words = options === '' ? [] : options.split(',');
  const lost = words.filter((word) => !neutralOptions.has(word));
  return {
    kind: /^[./~\\$]|^[A-Za-z]:/.test(first) ? 'bind' : 'volume',
    source: first,
    target: second,
    isReadOnly: words.includes('ro'),
    lost,
  };
}

/** Options that say what applies anyway: `z` is for SELinux, the others are defaults. */
const neutralOptions = new Set(['', 'ro', 'rw', 'z', 'Z', 'rprivate', 'rbind']);

/** Adds a mount, and claims its value. */
export function addMount(
  { ledger }: MappingContext,
  source: SourceNode,
  mount: Mount,
  { mapped, names, to }: VolumeList,
): void {
  const { kind, target, isReadOnly = false, lost = [] } = mount;
  const position = [...to, mapped.length];
  const add = (type: string, from: string, name: string) =>
    mapped.push({
      name: volumeName(name, names),
      type,
      source: from,
      destination: target,
      read_only: isReadOnly,
    });
  const lastPart = target.split('/').findLast((part) => part !== '') ?? 'volume';
  if (target === '' || kind === 'unknown') return ledger.lose(source, notMount);
  if (kind === 'tmpfs') {
    add('emptyDir', 'memory', lastPart);
    return lost.length === 0
      ? ledger.carry(source, position, inMemory)
      : ledger.change(source, position, noOptions(lost));
  }
  if (kind === 'volume' && mount.source === undefined) {
    add('emptyDir', 'disk', lastPart);
    return ledger.change(source, position, anonymous);
  }
  if (kind === 'volume') return ledger.lose(source, lossReasons.namedVolume);
  if (mount.source?.startsWith('/') !== true) return ledger.lose(source, relative);
  add('hostPath', mount.source, lastPart);
  if (kind === 'device') return ledger.change(source, position, device);
  if (lost.length === 0) return ledger.carry(source, position);
  return ledger.change(source, position, noOptions(lost));
}

const inMemory: Text = { en: 'an emptyDir in memory.', zh: '即内存中的 emptyDir。' };

function noOptions(lost: readonly string[]): Text {
  return {
    en: `IEF does not support the mount options ${lost.join(', ')}.`,
    zh: `IEF 不支持挂载选项 ${lost.join('、')}。`,
  };
}

/** Reads `--mount type=bind,source=/a,target=/b,readonly`. */
export function readMountOption(text: string): Mount {
  const options = new Map(
    text.split(',').map((part) => {
      const position = part.indexOf('=');
      return position < 0 ? [part, 'true'] : [part.slice(0, position), part.slice(position + 1)];
    }),
  );
  const first = (...keys: string[]) => keys.map((key) => options.get(key)).find(Boolean);
  const type = options.get('type') ?? 'volume';
  const source = first('source', 'src');
  const readOnly = first('readonly', 'ro');
  const known = 'type source src target destination dst readonly ro'.split(' ');
  return {
    kind: type === 'bind' || type === 'volume' || type === 'tmpfs' ? type : 'unknown',
    target: first('target', 'destination', 'dst') ?? '',
    isReadOnly: readOnly === 'true' || readOnly === '1',
    lost: [...options.keys()].filter((key) => !known.includes(key)),
    ...(source !== undefined && { source }),
  };
}

/** Reads `/dev/ttyUSB0[:/dev/tty0[:rwm]]`. */
export function readDevice(text: string): Mount {
  const [source = '', target = source] = text.split(':');
  return { kind: 'device', source, target: target.startsWith('/') ? target : source };
}

const notMount: Text = {
  en: 'IEF does not support this kind of mount.',
  zh: 'IEF 不支持此类挂载。',
};
const anonymous: Text = {
  en: 'the anonymous volume became an emptyDir, which is empty again after the instance moves.',
  zh: '匿名卷已转换为 emptyDir，应用实例迁移后内容会清空。',
};
const relative: Text = {
  en: 'a host path on the edge node must be absolute, such as /opt/app.',
  zh: '边缘节点上的主机路径必须是绝对路径，例如 /opt/app。',
};
const device: Text = {
  en: 'the device became a host path volume. The container must be privileged to use it.',
  zh: '设备已转换为主机路径卷，容器必须是特权容器才能使用。',
};
