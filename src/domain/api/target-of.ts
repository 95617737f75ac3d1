import { asList, type JsonObject } from '#src/json/value.ts';

/**
 * Where a body or a record of a deployment goes, as one text to compare; undefined if it names no target. The group
 * goes first: a deployment to a group may be answered with the nodes of that group.
 */
export function targetOf({ group_id: group, node_ids: nodes }: JsonObject): string | undefined {
  if (typeof group === 'string' && group !== '') return `group ${group}`;
  const list = asList(nodes);
  return list.length === 0 ? undefined : JSON.stringify(list);
}
