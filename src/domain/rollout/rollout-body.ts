import { parsePointer } from '#src/json/path.ts';
import type { Json, JsonObject } from '#src/json/value.ts';
import { putValue } from './put-value.ts';

export type RolloutAction = 'create' | 'update' | 'delete';
/** The subject of a row: a create is for nodes or groups, the other actions are for deployments. */
export type SubjectKind = 'node' | 'group' | 'deployment';

/** A row with its variables expanded. */
export interface ExpandedRow {
  /** The ID of a node, a group or a deployment. */
  readonly subject: string;
  readonly name: string;
  /** The name of its node, if the request gave it. */
  readonly nodeName?: string | undefined;
  /** By JSON pointer. */
  readonly values: Readonly<Record<string, Json>> | undefined;
}

/**
 * The body of a row: the body of the request with the row's values, its name and its target. Undefined if the parent of
 * a value does not exist.
 */
export function rolloutBody(
  body: JsonObject,
  action: RolloutAction,
  kind: SubjectKind,
  { subject, name, values = {} }: ExpandedRow,
): JsonObject | undefined {
  let filled: Json = body;
  for (const [pointer, value] of Object.entries(values)) {
    const keys = parsePointer(pointer);
    const next: Json | undefined = keys === undefined ? undefined : putValue(filled, keys, value);
    if (next === undefined) return undefined;
    filled = next;
  }
  if (action !== 'create') return filled as JsonObject;
  const { node_ids: _nodes, group_id: _group, name: _name, ...rest } = filled as JsonObject;
  const target: JsonObject = kind === 'group' ? { group_id: subject } : { node_ids: [subject] };
  return { name, ...target, ...rest };
}

/** The text of a request, in the form in which the page shows it. */
export function rolloutBodyText(body: JsonObject): string {
  return JSON.stringify(body, null, 2);
}
