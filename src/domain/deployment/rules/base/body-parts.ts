import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import type { JsonObject } from '#src/json/value.ts';
import type { ContainerList } from '#src/domain/core/rule.ts';
import { isPresent, objectsIn } from './read.ts';

/** Where the pod part of a body stands. */
export const templatePath = ['deployment', 'template'] as const;

/** Where the pod's settings stand (table 16). */
export const configsPath = [...templatePath, 'configs'] as const;

/** A container with its place in the body. */
export interface PlacedContainer {
  readonly list: ContainerList;
  readonly index: number;
  readonly path: Path;
  readonly container: JsonObject;
}

/** The containers of the body, then its init containers. */
export function containersOfBody(body: unknown): readonly PlacedContainer[] {
  const placed: PlacedContainer[] = [];
  for (const list of ['containers', 'init_containers'] as const) {
    for (const [index, container] of objectsIn(getIn(body, [...templatePath, list]))) {
      placed.push({ list, index, path: [...templatePath, list, index], container });
    }
  }
  return placed;
}

/** One setting of the pod (table 16). */
export function config(body: unknown, key: string): unknown {
  return getIn(body, [...configsPath, key]);
}

/** True if the body names a node group. An empty string, an empty list and null count as absent. */
export function namesGroup(body: unknown): boolean {
  return isChosen(getIn(body, ['group_id']));
}

/** True if the body names edge nodes; absent as for {@link namesGroup}. */
export function namesNodes(body: unknown): boolean {
  return isChosen(getIn(body, ['node_ids']));
}

/** True if the body goes to an edge node and to nothing else. Both or neither is for R01 alone to report. */
export function isNodeMode(body: unknown): boolean {
  return namesNodes(body) && !namesGroup(body);
}

function isChosen(value: unknown): boolean {
  const isEmptyList = Array.isArray(value) && value.length === 0;
  return isPresent(value) && value !== '' && !isEmptyList;
}

/** The patterns of a field of a container, in both lists. */
export function inContainers(...fields: string[]): string[] {
  return fields.flatMap((field) => [
    `deployment.template.containers[].${field}`,
    `deployment.template.init_containers[].${field}`,
  ]);
}
