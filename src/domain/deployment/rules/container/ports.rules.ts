import { shown } from '#src/domain/core/characters/characters.ts';
import type { BodyRule, ContainerRule, RuleFinding } from '#src/domain/core/rule.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { containersOfBody, inContainers, type PlacedContainer } from '../base/body-parts.ts';
import { isFilled, isInteger, isPresent, objectsIn, repeats } from '../base/read.ts';
import { containerName } from '../base/findings.ts';

/** R14. "One of two" implies that neither is an error too. If both are set, reports the range. */
export const oneHostSide: ContainerRule = {
  id: 'R14',
  title: {
    en: 'A port mapping has either a host port or a host port range.',
    zh: '主机端口与主机端口范围二选一。',
  },
  source: 'table 11',
  basis: 'stated',
  severity: 'error',
  scope: 'container',
  reads: inContainers('ports[].host_port', 'ports[].host_port_range'),
  blames: inContainers('ports[]', 'ports[].host_port_range'),
  check(container): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    for (const [index, port] of objectsIn(getIn(container, ['ports']))) {
      const single = isPresent(getIn(port, ['host_port']));
      const range = isPresent(getIn(port, ['host_port_range']));
      if (!single && !range) {
        findings.push({
          path: ['ports', index],
          kind: 'missing',
          message: {
            en: 'No host port is set. Enter a host port or a host port range.',
            zh: '未设置主机端口。请填写主机端口或主机端口范围。',
          },
        });
      }
      if (single && range) {
        findings.push({
          path: ['ports', index, 'host_port_range'],
          message: {
            en: 'Both a host port and a host port range are set. Keep only one.',
            zh: '同时设置了主机端口和主机端口范围。请只保留其中一个。',
          },
        });
      }
    }
    return findings;
  },
};

/** R15. The professional edition has no ranges, so there the order of the bounds is not checked. */
export const rangeOfPorts: ContainerRule = {
  id: 'R15',
  title: {
    en: 'Host port ranges require the platinum edition, and the highest port is greater than the lowest port.',
    zh: '主机端口范围仅铂金版可用，且上限值需大于下限值。',
  },
  source: 'table 12',
  basis: 'stated',
  severity: 'error',
  scope: 'container',
  reads: inContainers(
    'ports[].host_port_range',
    'ports[].host_port_range.min_port',
    'ports[].host_port_range.max_port',
  ),
  blames: inContainers('ports[].host_port_range', 'ports[].host_port_range.max_port'),
  check(container, { edition }): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    for (const [index, port] of objectsIn(getIn(container, ['ports']))) {
      const range = getIn(port, ['host_port_range']);
      if (!isPresent(range)) continue;
      const path = ['ports', index, 'host_port_range'];
      if (edition === 'professional') {
        findings.push({
          path,
          message: {
            en: 'Host port ranges require the platinum edition, but the current edition is professional. Use a host port instead.',
            zh: '主机端口范围仅铂金版可用，当前为专业版。请改用主机端口。',
          },
        });
        continue;
      }
      const min = getIn(range, ['min_port']);
      const max = getIn(range, ['max_port']);
      if (!isInteger(min) || !isInteger(max) || min < max) continue;
      findings.push({
        path: [...path, 'max_port'],
        message: {
          en: `The highest port ${max} must be greater than the lowest port ${min}.`,
          zh: `上限值 ${max} 必须大于下限值 ${min}。`,
        },
      });
    }
    return findings;
  },
};

interface PlacedPort {
  readonly placed: PlacedContainer;
  readonly index: number;
  readonly containerPort: unknown;
  readonly hostPort: unknown;
  /** `""` means all addresses of the host. */
  readonly hostIp: string;
}

function portsOf(placed: PlacedContainer): PlacedPort[] {
  return objectsIn(getIn(placed.container, ['ports'])).map(([index, port]) => ({
    placed,
    index,
    containerPort: port.container_port,
    hostPort: port.host_port,
    hostIp: isFilled(port.host_ip) ? port.host_ip : '',
  }));
}

function pathOf({ placed, index }: PlacedPort, key: string): Path {
  return [...placed.path, 'ports', index, key];
}

/**
 * R16. Inferred, with two severities: a host address and port can be used once in the pod (error), but one container port
 * can have two host ports (warning). Reports the later duplicate.
 */
export const portsOnce: BodyRule = {
  id: 'R16',
  title: {
    en: 'Host ports are unique in the deployment; container ports are unique in a container.',
    zh: '同一主机端口在应用部署内不重复，同一容器端口在容器内不重复。',
  },
  source: 'table 11',
  basis: 'inferred',
  severity: 'error',
  scope: 'body',
  reads: inContainers('ports[].container_port', 'ports[].host_port', 'ports[].host_ip'),
  blames: inContainers('ports[].container_port', 'ports[].host_port'),
  check(body): readonly RuleFinding[] {
    const findings: RuleFinding[] = [];
    const all: PlacedPort[] = [];
    for (const placed of containersOfBody(body)) {
      const ports = portsOf(placed);
      // A loop, because a call with 100,000 arguments overflows the stack.
      for (const port of ports) all.push(port);
      for (const finding of repeatedContainerPorts(ports)) findings.push(finding);
    }
    for (const finding of repeatedHostPorts(all)) findings.push(finding);
    return findings;
  },
};

function repeatedContainerPorts(ports: readonly PlacedPort[]): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  const keyOf = ({ containerPort }: PlacedPort) =>
    isInteger(containerPort) ? containerPort : undefined;
  for (const [first, later] of repeats(ports, keyOf)) {
    findings.push({
      path: pathOf(later, 'container_port'),
      severity: 'warning',
      message: {
        en: `Container port ${keyOf(later)} is already mapped in row ${first.index + 1}. Remove one of the rows unless you need both.`,
        zh: `容器端口 ${keyOf(later)} 已在第 ${first.index + 1} 行映射。如非有意，请删除其中一行。`,
      },
    });
  }
  return findings;
}

function repeatedHostPorts(ports: readonly PlacedPort[]): readonly RuleFinding[] {
  const findings: RuleFinding[] = [];
  const keyOf = ({ hostPort, hostIp }: PlacedPort) => {
    if (!isInteger(hostPort)) return undefined;
    return hostIp === '' ? hostPort : `${hostPort} ${hostIp}`;
  };
  for (const [first, later] of repeats(ports, keyOf)) {
    const owner = containerName(first.placed);
    const port = Number(later.hostPort);
    const ip = shown(later.hostIp);
    findings.push({
      path: pathOf(later, 'host_port'),
      severity: 'error',
      message: {
        en: `Host port ${port}${ip && ` on ${ip}`} is already used by ${owner.en}, row ${first.index + 1}. Choose another port.`,
        zh: `主机端口 ${port}${ip ? `（${ip}）` : ' '}已被使用：${owner.zh}，第 ${first.index + 1} 行。请换一个端口。`,
      },
    });
  }
  return findings;
}
