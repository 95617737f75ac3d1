import { asList, type JsonObject } from '#src/json/value.ts';

/**
 * The target of a body or record, as one comparable string; undefined if it names none. The group wins: a response
 * for a group may also list its nodes.
 */
export function targetOf({ group_id: group, node_ids: nodes }: JsonObject): string | undefined {
  if (typeof group === 'string' && group !== '') return `group ${group}`;
  const list = asList(nodes);
  return list.length === 0 ? undefined : JSON.stringify(list);
}
