import {
  containersOfBody,
  type PlacedContainer,
} from '#src/domain/deployment/rules/base/body-parts.ts';
import { hostPortsOf, type PortUse } from '#src/domain/deployment/rules/base/host-ports.ts';
import { isFilled } from '#src/domain/deployment/rules/base/read.ts';
import { getIn } from '#src/json/get-in.ts';
import { asList, asObject } from '#src/json/value.ts';

/** The amounts that preflight adds up: cores and MB. */
export interface Amounts {
  readonly cpu: number;
  readonly memory: number;
}

/** The resources and ports that a deployment occupies on its node. */
export interface DeploymentUse {
  readonly id: string;
  readonly name: string;
  readonly nodeIds: readonly string[];
  /** Empty if it is deployed to a node. */
  readonly groupId: string;
  readonly amounts: Amounts;
  readonly ports: readonly PortUse[];
  readonly images: readonly string[];
}

/**
 * The use of a deployment in a response. Reads the raw record and skips whatever it does not understand, because a
 * single odd template must not hide the others.
 */
export function usageOfRecord(record: unknown): DeploymentUse {
  const { id, name, node_ids, group_id, replicas, template } = asObject(record);
  const { ports, ...use } = usageOfBody({
    deployment: { replicas: replicas ?? 1, template: asObject(template) },
  });
  return {
    id: isFilled(id) ? id : '',
    name: isFilled(name) ? name : '',
    nodeIds: asList(node_ids).filter(isFilled),
    groupId: isFilled(group_id) ? group_id : '',
    ...use,
    ports: ports.map(withoutTemplate),
  };
}

/** Keeps only the name of the container, so that a list of a thousand deployments does not keep their templates. */
function withoutTemplate(port: PortUse): PortUse {
  const { name } = port.placed.container;
  return { ...port, placed: { ...port.placed, container: name === undefined ? {} : { name } } };
}

/** The requests of the deployments on each node, by node ID. Deployments to groups are left out: their nodes are not known. */
export function usageByNode(deployments: readonly DeploymentUse[]): ReadonlyMap<string, Amounts> {
  const sums = new Map<string, Amounts>();
  for (const { nodeIds, amounts } of deployments) {
    for (const id of nodeIds) {
      const { cpu, memory } = sums.get(id) ?? { cpu: 0, memory: 0 };
      sums.set(id, { cpu: cpu + amounts.cpu, memory: memory + amounts.memory });
    }
  }
  return sums;
}

/** The use that the body of a request would add. */
export function usageOfBody(body: unknown): Pick<DeploymentUse, 'amounts' | 'ports' | 'images'> {
  const containers = containersOfBody(body);
  const replicas = getIn(body, ['deployment', 'replicas']);
  const count = typeof replicas === 'number' && replicas >= 0 ? replicas : 1;
  return {
    amounts: {
      cpu: requestOf(containers, 'cpu') * count,
      memory: requestOf(containers, 'memory') * count,
    },
    ports: containers.flatMap(hostPortsOf),
    images: containers.map(({ container }) => container.image_url).filter(isFilled),
  };
}

/**
 * The effective request of a pod: all containers run together, init containers before them and one at a time. A
 * container without a request is counted with its limit, as Kubernetes does.
 */
function requestOf(containers: readonly PlacedContainer[], amount: keyof Amounts): number {
  let together = 0;
  let largestInit = 0;
  for (const { list, container } of containers) {
    const requested =
      amountAt(container, 'requests', amount) ?? amountAt(container, 'limits', amount) ?? 0;
    if (list === 'containers') together += requested;
    else largestInit = Math.max(largestInit, requested);
  }
  return Math.max(together, largestInit);
}

/** Undefined for text that is not a decimal. Responses also contain numbers. */
function amountAt(container: unknown, side: string, amount: keyof Amounts): number | undefined {
  const value = getIn(container, ['resources', side, amount]);
  if (typeof value === 'number') return value >= 0 ? value : undefined;
  return typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
}
