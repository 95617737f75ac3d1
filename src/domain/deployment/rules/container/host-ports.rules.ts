import { getIn } from '#src/json/get-in.ts';
import type { BodyRule, RuleFinding } from '#src/domain/core/rule.ts';
import { canonicalAddress } from '#src/domain/deployment/values/host-address.ts';
import { containersOfBody, inContainers, type PlacedContainer } from '../base/body-parts.ts';
import { isFilled, isInteger, objectsIn } from '../base/read.ts';
import { containerName } from '../base/findings.ts';

/** A host port, or a range of them, that a row takes. */
interface Taken {
  readonly placed: PlacedContainer;
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly isRange: boolean;
  /** As it is written, `""` for none. */
  readonly ip: string;
  /** In one spelling, so that two of them can be compared. */
  readonly address: string;
}

/**
 * R43. Inferred: without a host IP, and with 0.0.0.0 or ::, every network card listens, so one port there clashes with
 * the same port on one card; a range covers its ports. Exactly equal addresses are for R16. The later row is blamed.
 */
export const hostPortsApart: BodyRule = {
  id: 'R43',
  title: {
    en: 'A host port on all addresses is not used on one of them too, nor inside the range of another row.',
    zh: '监听所有地址的主机端口不与单个地址上的同一端口冲突，也不在其他行的端口范围内。',
  },
  source: 'table 11',
  basis: 'inferred',
  severity: 'warning',
  scope: 'body',
  reads: inContainers(
    'ports[].host_port',
    'ports[].host_ip',
    'ports[].host_port_range.min_port',
    'ports[].host_port_range.max_port',
  ),
  blames: inContainers('ports[].host_port', 'ports[].host_port_range'),
  check(body): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const byPort = new Map<number, Taken[]>();
    const ranges: Taken[] = [];
    for (const placed of containersOfBody(body)) {
      for (const taken of takenBy(placed)) {
        const first = earlier(taken, byPort, ranges);
        if (first !== undefined) findings.push(clash(taken, first));
        if (taken.isRange) ranges.push(taken);
        else if (byPort.has(taken.from)) byPort.get(taken.from)!.push(taken);
        else byPort.set(taken.from, [taken]);
      }
    }
    return findings;
  },
};

/** More rows than this on one port, or more ranges, are not compared with each other: the check stays linear. */
const MOST_COMPARED = 50;

function earlier(
  taken: Taken,
  byPort: ReadonlyMap<number, readonly Taken[]>,
  ranges: readonly Taken[],
): Taken | undefined {
  if (!taken.isRange) {
    const rivals = (byPort.get(taken.from) ?? []).slice(0, MOST_COMPARED);
    return [...rivals, ...ranges.slice(0, MOST_COMPARED)].find((other) => isClash(taken, other));
  }
  if (ranges.length >= MOST_COMPARED) return undefined;
  // Two ranges do not clash: the service picks a free port of each.
  for (const [port, [first]] of byPort)
    if (first && port >= taken.from && port <= taken.to && isClash(taken, first)) return first;
  return undefined;
}

function isClash(one: Taken, other: Taken): boolean {
  if (one.from > other.to || one.to < other.from) return false;
  if (!one.isRange && !other.isRange && one.ip === other.ip) return false;
  return one.address === other.address || covers(one, other) || covers(other, one);
}

/** True if the first listens on every address the second has. 0.0.0.0 is every IPv4 address alone. */
function covers({ address }: Taken, other: Taken): boolean {
  return address === '' || (address === '0.0.0.0' && !other.address.includes(':'));
}

function takenBy(placed: PlacedContainer): readonly Taken[] {
  const found: Taken[] = [];
  for (const [index, port] of objectsIn(getIn(placed.container, ['ports']))) {
    const ip = isFilled(port.host_ip) ? port.host_ip : '';
    const spelled = ip === '' ? '' : (canonicalAddress(ip) ?? ip);
    const address = spelled === '0:0:0:0:0:0:0:0' ? '' : spelled;
    const { host_port: single, host_port_range: range } = port;
    if (isInteger(single)) {
      found.push({ placed, index, ip, address, from: single, to: single, isRange: false });
      continue;
    }
    if (range === undefined) continue;
    const min = getIn(range, ['min_port']);
    const max = getIn(range, ['max_port']);
    if (isInteger(min) && isInteger(max))
      found.push({ placed, index, ip, address, from: min, to: max, isRange: true });
  }
  return found;
}

function clash(later: Taken, first: Taken): RuleFinding {
  const owner = containerName(first.placed);
  const row = first.index + 1;
  const key = later.isRange ? 'host_port_range' : 'host_port';
  const path = [...later.placed.path, 'ports', later.index, key];
  if (later.isRange || first.isRange) {
    const [single, range] = later.isRange ? [first, later] : [later, first];
    return {
      path,
      message: {
        en: `Host port ${single.from} lies in the range ${range.from} to ${range.to}; the other row is row ${row} of ${owner.en}. Keep them apart.`,
        zh: `主机端口 ${single.from} 位于端口范围 ${range.from}~${range.to} 内，另一行为${owner.zh}的第 ${row} 行。请避免重叠。`,
      },
    };
  }
  return {
    path,
    message: {
      en: `Host port ${later.from} is also used by ${owner.en}, row ${row}, and one of the two listens on all addresses. Choose another port, or give both a host IP.`,
      zh: `主机端口 ${later.from} 也被${owner.zh}第 ${row} 行使用，且其中一个监听所有地址。请更换端口，或为两者都指定主机网卡地址。`,
    },
  };
}
