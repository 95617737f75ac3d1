import type { BodyRule, RuleFinding } from '#src/domain/core/rule.ts';
import { containersOfBody, inContainers } from '../base/body-parts.ts';
import { containerName } from '../base/findings.ts';
import { hostPortsOf, isSameHostPort, type PortUse } from '../base/host-ports.ts';

/**
 * R43. Inferred: without a host IP, and with 0.0.0.0 or ::, the port listens on all addresses and conflicts with the same
 * port on any of them; a range uses all its ports. R16 reports equal addresses. Reports the later row.
 */
export const hostPortsApart: BodyRule = {
  id: 'R43',
  title: {
    en: 'No two rows use the same host port on overlapping addresses, and no host port is in the port range of another row.',
    zh: '地址重叠的行不使用同一主机端口，且主机端口不在其他行的端口范围内。',
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
    const byPort = new Map<number, PortUse[]>();
    const ranges: PortUse[] = [];
    for (const placed of containersOfBody(body)) {
      for (const use of hostPortsOf(placed)) {
        const first = conflictingUse(use, byPort, ranges);
        if (first !== undefined) findings.push(conflictFinding(use, first));
        if (use.isRange) ranges.push(use);
        else if (byPort.has(use.from)) byPort.get(use.from)!.push(use);
        else byPort.set(use.from, [use]);
      }
    }
    return findings;
  },
};

/** At most this many rows on one port, and ranges, are compared, which keeps the check linear. */
const MAX_COMPARED = 50;

function conflictingUse(
  use: PortUse,
  byPort: ReadonlyMap<number, readonly PortUse[]>,
  ranges: readonly PortUse[],
): PortUse | undefined {
  if (!use.isRange) {
    const others = (byPort.get(use.from) ?? []).slice(0, MAX_COMPARED);
    return [...others, ...ranges.slice(0, MAX_COMPARED)].find((other) => conflicts(use, other));
  }
  if (ranges.length >= MAX_COMPARED) return undefined;
  // Two ranges do not conflict: the service picks a free port from each.
  for (const [port, [first]] of byPort)
    if (first && port >= use.from && port <= use.to && conflicts(use, first)) return first;
  return undefined;
}

function conflicts(one: PortUse, other: PortUse): boolean {
  if (!one.isRange && !other.isRange && one.ip === other.ip) return false;
  return isSameHostPort(one, other);
}

function conflictFinding(later: PortUse, first: PortUse): RuleFinding {
  const owner = containerName(first.placed);
  const row = first.index + 1;
  const key = later.isRange ? 'host_port_range' : 'host_port';
  const path = [...later.placed.path, 'ports', later.index, key];
  if (later.isRange) {
    return {
      path,
      message: {
        en: `The range ${later.from} to ${later.to} includes host port ${first.from}, which ${owner.en} uses in row ${row}. Choose another range.`,
        zh: `端口范围 ${later.from}~${later.to} 包含已使用的主机端口 ${first.from}：${owner.zh}，第 ${row} 行。请更换端口范围。`,
      },
    };
  }
  if (first.isRange) {
    return {
      path,
      message: {
        en: `Host port ${later.from} is in the range ${first.from} to ${first.to}, which ${owner.en} uses in row ${row}. Choose another port.`,
        zh: `主机端口 ${later.from} 位于已使用的端口范围 ${first.from}~${first.to} 内：${owner.zh}，第 ${row} 行。请更换端口。`,
      },
    };
  }
  return {
    path,
    message: {
      en: `Host port ${later.from} is also used by ${owner.en}, row ${row}, on an overlapping address. Choose another port, or set a different host IP for each.`,
      zh: `主机端口 ${later.from} 已在重叠的地址上使用：${owner.zh}，第 ${row} 行。请更换端口，或为两者分别指定主机网卡地址。`,
    },
  };
}
