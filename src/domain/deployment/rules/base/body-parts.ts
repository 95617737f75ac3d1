import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import type { JsonObject } from '#src/json/value.ts';
import type { ContainerList } from '#src/domain/core/rule.ts';
import { isPresent, objectsIn } from './read.ts';

/** The path of the pod part of a body. */
export const templatePath = ['deployment', 'template'] as const;

/** The path of the pod's settings (table 16). */
export const configsPath = [...templatePath, 'configs'] as const;

/** A container with its location in the body. */
export interface PlacedContainer {
  readonly list: ContainerList;
  readonly index: number;
  readonly path: Path;
  readonly container: JsonObject;
}

export function containersOfBody(body: unknown): readonly PlacedContainer[] {
  const placed: PlacedContainer[] = [];
  for (const list of ['containers', 'init_containers'] as const) {
    for (const [index, container] of objectsIn(getIn(body, [...templatePath, list]))) {
      placed.push({ list, index, path: [...templatePath, list, index], container });
    }
  }
  return placed;
}

/** A setting of the pod (table 16). */
export function config(body: unknown, key: string): unknown {
  return getIn(body, [...configsPath, key]);
}

/** True if the body names a node group. An empty string, an empty list and null count as absent. */
export function namesGroup(body: unknown): boolean {
  return isChosen(getIn(body, ['group_id']));
}

/** True if the body names edge nodes, by the same rules as {@link namesGroup}. */
export function namesNodes(body: unknown): boolean {
  return isChosen(getIn(body, ['node_ids']));
}

/** True if the body names edge nodes and no group. R01 reports bodies with both or neither. */
export function isNodeMode(body: unknown): boolean {
  return namesNodes(body) && !namesGroup(body);
}

function isChosen(value: unknown): boolean {
  const isEmptyList = Array.isArray(value) && value.length === 0;
  return isPresent(value) && value !== '' && !isEmptyList;
}

/** The path patterns of container fields, in both lists. */
export function inContainers(...fields: string[]): string[] {
  return fields.flatMap((field) => [
    `deployment.template.containers[].${field}`,
    `deployment.template.init_containers[].${field}`,
  ]);
}
