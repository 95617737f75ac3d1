import type { Text } from '#src/domain/core/text.ts';
import type { Path } from '#src/json/path.ts';
import type { MappingContext } from '../report/mapping-context.ts';
import { setIfPresent, type DraftObject } from '../report/carry.ts';
import type { SourceNode } from '../source/source.ts';

/** One published port, or a range of them, as Docker writes it. */
export interface PublishedPort {
  readonly hostIp?: string;
  /** Absent where Docker chooses the port. */
  readonly host?: Range;
  readonly container: Range;
  readonly protocol?: string;
}

type Range = readonly [first: number, last: number];

/** Larger ranges are lost, because each port becomes a mapping of its own. */
const MAX_PORTS = 1000;

/** Reads `[[ip:][host]:]container[/protocol]`, each a port or a range. Undefined for anything else. */
export function readPort(text: string): PublishedPort | undefined {
  const [, hostIp, host, inner = '', protocol] =
    /^(?:(?:(\[[\da-fA-F:.]+\]|[\d.]+):)?(\d+(?:-\d+)?)?:)?(\d+(?:-\d+)?)(?:\/(\w+))?$/.exec(
      text,
    ) ?? [];
  const container = readRange(inner);
  const published = host === undefined ? undefined : readRange(host);
  if (container === undefined || (host !== undefined && published === undefined)) return undefined;
  return {
    container,
    ...(hostIp !== undefined && { hostIp: hostIp.replaceAll(/[[\]]/g, '') }),
    ...(published !== undefined && { host: published }),
    ...(protocol !== undefined && { protocol }),
  };
}

/** `80` or `80-89` as a range of ports. */
export function readRange(text: string): Range | undefined {
  const [, first = '', last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const range = [Number(first), Number(last)] as const;
  return first === '' || range[1] < range[0] ? undefined : range;
}

/** Adds the mappings of a published port, and claims its value. */
export function addPorts(
  context: MappingContext,
  source: SourceNode,
  port: PublishedPort | undefined,
  mapped: DraftObject[],
  to: Path,
): void {
  const { ledger } = context;
  let target = [...to, mapped.length];
  if (port === undefined) return ledger.lose(source, notPort);
  const { container, host, hostIp, protocol = 'tcp' } = port;
  const count = container[1] - container[0] + 1;
  if (count > MAX_PORTS) return ledger.lose(source, tooMany);
  const hostCount = host === undefined ? 0 : host[1] - host[0] + 1;
  if (host !== undefined && count > 1 && hostCount !== count) return ledger.lose(source, unequal);
  for (let index = 0; index < count; index++) {
    const draft: DraftObject = { container_port: container[0] + index };
    if (host !== undefined && hostCount === count) draft.host_port = host[0] + index;
    else if (host !== undefined) Object.assign(draft, choosePort(context, host));
    setIfPresent(draft, 'host_ip', hostIp);
    const same = indexOfSame(mapped, draft);
    if (same === undefined) mapped.push(draft);
    else if (index === 0) target = [...to, same];
  }
  if (host === undefined) ledger.note(source, target, noHostPort);
  if (!/^tcp$/i.test(protocol)) ledger.change(source, target, noProtocol(protocol));
  else if (host !== undefined && count === 1 && hostCount > 1 && context.edition !== 'platinum')
    ledger.change(source, target, firstOfRange);
  else ledger.carry(source, target);
}

/** The position of an equal mapping, such as that of the same port with the other protocol. */
function indexOfSame(mapped: readonly DraftObject[], draft: DraftObject): number | undefined {
  const known = positions.get(mapped) ?? new Map<string, number>();
  positions.set(mapped, known);
  const key = JSON.stringify([
    draft.container_port,
    draft.host_port,
    draft.host_port_range,
    draft.host_ip,
  ]);
  const found = known.get(key);
  if (found === undefined) known.set(key, mapped.length);
  return found;
}

const positions = new WeakMap<readonly DraftObject[], Map<string, number>>();

/** One of several host ports: the platinum edition chooses from a range. */
function choosePort({ edition }: MappingContext, [first, last]: Range): DraftObject {
  return edition === 'platinum'
    ? { host_port_range: { min_port: first, max_port: last } }
    : { host_port: first };
}

const notPort: Text = { en: 'this is not a port mapping.', zh: '这不是端口映射。' };
const tooMany: Text = { en: 'this range has too many ports.', zh: '端口范围内的端口过多。' };
const unequal: Text = {
  en: 'the two ranges have different lengths.',
  zh: '两个端口范围的长度不同。',
};
const firstOfRange: Text = {
  en: 'only the platinum edition selects a port from a range, so the first one is used.',
  zh: '只有铂金版可在范围内自动选择端口，此处使用第一个端口。',
};
const noHostPort: Text = {
  en: 'Docker chooses the host port. Enter one, or remove the mapping.',
  zh: 'Docker 会自动选择主机端口，请填写主机端口或删除此映射。',
};

function noProtocol(protocol: string): Text {
  return {
    en: `IEF port mappings have no protocol; ${protocol} is not kept.`,
    zh: `IEF 的端口映射没有协议字段，${protocol} 未保留。`,
  };
}
