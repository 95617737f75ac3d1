import { shown } from '#src/domain/core/characters/characters.ts';
import type { Text } from '#src/domain/core/text.ts';
import { containerName } from '#src/domain/deployment/rules/base/findings.ts';
import { isSameHostPort, type PortUse } from '#src/domain/deployment/rules/base/host-ports.ts';
import type { DeploymentUse } from './deployment-use.ts';
import type { PreflightResult } from './preflight-result.ts';

/** More clashes than this are not listed. */
const MAX_CLASHES = 20;

/** The host ports that other deployments on the node already use. Empty if the body has no host port. */
export function portFindings(
  own: readonly PortUse[],
  others: readonly DeploymentUse[],
): readonly PreflightResult[] {
  if (own.length === 0) return [];
  const found: PreflightResult[] = [];
  for (const port of own) {
    // A range clashes only if all its ports are taken, which a single other port does not do.
    if (port.isRange) continue;
    const clash = clashOf(port, others);
    if (clash) found.push(clash);
    if (found.length === MAX_CLASHES) break;
  }
  if (found.length > 0) return found;
  return [
    {
      check: 'ports',
      state: 'passed',
      message: {
        en: 'No other deployment on this node uses these host ports.',
        zh: '节点上的其他应用部署未使用这些主机端口。',
      },
      path: [...own[0]!.placed.path, 'ports', own[0]!.index],
      evidence: [`deployments: ${others.length}`],
    },
  ];
}

function clashOf(port: PortUse, others: readonly DeploymentUse[]): PreflightResult | undefined {
  for (const other of others) {
    const taken = other.ports.find((one) => !one.isRange && isSameHostPort(one, port));
    if (taken === undefined) continue;
    return {
      check: 'ports',
      state: 'warning',
      message: takenBy(port, other, taken),
      path: [...port.placed.path, 'ports', port.index, 'host_port'],
      evidence: [
        `${shown(other.name)}: ${taken.placed.list}[${taken.placed.index}].ports[${taken.index}].host_port = ${taken.from}`,
      ],
    };
  }
  return undefined;
}

function takenBy(port: PortUse, other: DeploymentUse, taken: PortUse): Text {
  const name = shown(other.name);
  const [owner, own] = [containerName(taken.placed), containerName(port.placed)];
  return {
    en: `Host port ${port.from} is taken on this node by deployment “${name}”, ${owner.en}. The ${own.en} cannot use it too.`,
    zh: `该节点的主机端口 ${port.from} 已被应用部署“${name}”的${owner.zh}占用，${own.zh}无法同时使用。`,
  };
}
