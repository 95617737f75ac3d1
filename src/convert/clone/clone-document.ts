import type { Edition, Generation } from '#src/domain/core/context.ts';
import type { Text } from '#src/domain/core/text.ts';
import { validate } from '#src/domain/deployment/validate.ts';
import { formatPath, type Path } from '#src/json/path.ts';
import {
  asList,
  asObject,
  isJsonList,
  isJsonObject,
  type Json,
  type JsonObject,
} from '#src/json/value.ts';

/** Where a clone goes; an empty ID leaves the choice open. */
export interface CloneTarget {
  readonly kind: 'node' | 'group';
  readonly id: string;
}

export interface CloneOptions {
  readonly name: string;
  readonly target: CloneTarget;
  readonly edition: Edition;
  /** The edition of the original. */
  readonly from: Edition;
  readonly generation: Generation;
}

/** A value that the clone does not keep, or that is a problem there. */
export interface CloneLoss {
  readonly path: Path;
  readonly message: Text;
}

export interface Clone {
  readonly document: JsonObject;
  readonly losses: readonly CloneLoss[];
}

/** The same deployment under another name, at another node or group, or for another edition, with what that costs. */
export function cloneDocument(document: JsonObject, options: CloneOptions): Clone {
  const { name, target, edition, generation } = options;
  const losses: CloneLoss[] = [];
  const { deployment, ...rest } = document;
  const { node_ids: nodes, group_id: group, ...root } = rest;
  const isSameTarget =
    target.kind === 'node' ? asList(nodes)[0] === target.id : group === target.id;
  const cloned: JsonObject = {
    ...root,
    name,
    ...(target.kind === 'group'
      ? { group_id: target.id }
      : { node_ids: target.id === '' ? [] : [target.id] }),
    ...(deployment !== undefined && {
      deployment: fitDeployment(asObject(deployment), edition, isSameTarget, losses),
    }),
  };
  const before = new Set(problemsOf(document, options.from, generation).map(keyOf));
  const own = problemsOf(cloned, edition, generation).filter((one) => !before.has(keyOf(one)));
  return { document: cloned, losses: [...losses, ...own] };
}

function problemsOf(document: JsonObject, edition: Edition, generation: Generation) {
  return validate(document, { edition, generation })
    .filter(({ severity, kind }) => severity !== 'note' && kind !== 'missing')
    .map(({ path, message }): CloneLoss => ({ path, message }));
}

function keyOf({ path, message }: CloneLoss): string {
  return `${formatPath(path)} ${message.en}`;
}

function fitDeployment(
  deployment: JsonObject,
  edition: Edition,
  isSameTarget: boolean,
  losses: CloneLoss[],
): JsonObject {
  const { replicas, template } = deployment;
  const isTooMany = edition === 'professional' && typeof replicas === 'number' && replicas !== 1;
  if (isTooMany)
    losses.push({
      path: ['deployment', 'replicas'],
      message: {
        en: `${replicas} replicas become 1: the professional edition has one per node.`,
        zh: `${replicas} 个实例改为 1 个：专业版每个节点只有一个实例。`,
      },
    });
  return {
    ...deployment,
    ...(isTooMany && { replicas: 1 }),
    ...(template !== undefined && {
      template: isSameTarget ? template : withoutAddresses(template, losses),
    }),
  };
}

/** Addresses that accept connections on every node. */
const everywhere: readonly unknown[] = ['', '0.0.0.0', '::', '127.0.0.1', '::1', null, undefined];

/** Host addresses belong to the node that the deployment came from. */
function withoutAddresses(template: Json, losses: CloneLoss[]): Json {
  if (!isJsonObject(template)) return template;
  const lists = ['containers', 'init_containers'].flatMap((list) => {
    const containers = template[list];
    if (!isJsonList(containers)) return [];
    const path = ['deployment', 'template', list];
    return [[list, containers.map((one, index) => fitContainer(one, [...path, index], losses))]];
  });
  return { ...template, ...(Object.fromEntries(lists) as JsonObject) };
}

function fitContainer(container: Json, path: Path, losses: CloneLoss[]): Json {
  if (!isJsonObject(container) || !isJsonList(container.ports)) return container;
  const ports = container.ports.map((port, index): Json => {
    if (!isJsonObject(port) || everywhere.includes(port.host_ip)) return port;
    const { host_ip: address, ...rest } = port;
    const text = typeof address === 'string' ? address : JSON.stringify(address);
    losses.push({
      path: [...path, 'ports', index, 'host_ip'],
      message: {
        en: `Host IP ${text} is dropped: it belongs to the node of the original.`,
        zh: `删除主机 IP ${text}：它属于原节点。`,
      },
    });
    return rest;
  });
  return { ...container, ports };
}
