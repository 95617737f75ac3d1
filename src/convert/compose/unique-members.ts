import type { Text } from '#src/domain/core/text.ts';
import { readPort, readRange } from '../docker/ports.ts';
import { readBind, readDevice } from '../docker/volumes.ts';
import type { Ledger } from '../report/ledger.ts';
import { entry, itemsOf, textOf, type SourceNode } from '../source/source.ts';

/**
 * The members of a list in a service. Where Compose allows only one for each place in the container, a later one takes
 * the position of an earlier one, as it does when a service extends another.
 */
export function uniqueMembers(
  ledger: Ledger,
  service: SourceNode,
  key: 'ports' | 'volumes' | 'devices' | 'tmpfs',
): readonly SourceNode[] {
  const list = entry(service, key);
  const members = new Map<string, SourceNode>();
  for (const [index, item] of (list?.kind === 'leaf' ? [list] : itemsOf(list)).entries()) {
    const id = identify[key](item) ?? `#${index}`;
    const before = members.get(id);
    if (before !== undefined && before !== item) ledger.replace(before, replacedOn(item.line));
    members.set(id, item);
  }
  return [...members.values()];
}

/** What Compose tells members apart by; undefined for one that it would refuse. */
const identify = {
  /** Address, ports and protocol. */
  ports(item: SourceNode): string | undefined {
    const text = textOf(item);
    const port = text === undefined ? undefined : readPort(text);
    if (text !== undefined && port === undefined) return undefined;
    const { hostIp, host, container, protocol } = port ?? {
      hostIp: textOf(entry(item, 'host_ip')),
      host: readRange(textOf(entry(item, 'published')) ?? ''),
      container: readRange(textOf(entry(item, 'target')) ?? ''),
      protocol: textOf(entry(item, 'protocol')),
    };
    return [hostIp ?? '0.0.0.0', host?.join('-'), container?.join('-'), protocol ?? 'tcp'].join(
      ' ',
    );
  },
  volumes(item: SourceNode): string | undefined {
    const text = textOf(item);
    return pathOf(text === undefined ? textOf(entry(item, 'target')) : readBind(text).target);
  },
  devices(item: SourceNode): string | undefined {
    const text = textOf(item);
    return pathOf(text === undefined ? textOf(entry(item, 'target')) : readDevice(text).target);
  },
  tmpfs: (item: SourceNode): string | undefined => pathOf(textOf(item)?.split(':')[0]),
};

function pathOf(target: string | undefined): string | undefined {
  return target === undefined || target === '' ? undefined : target.replace(/(?<=.)\/$/, '');
}

function replacedOn(line: number): Text {
  return {
    en: `line ${line} takes its place: the container can have only one there.`,
    zh: `已被第 ${line} 行取代，容器中同一位置只能有一个。`,
  };
}
