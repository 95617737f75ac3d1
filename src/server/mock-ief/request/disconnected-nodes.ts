import { asList, asObject } from '#src/json/value.ts';

/** Characters of the longest ID of a node that is kept. */
const MAX_ID = 128;

/**
 * The nodes that a body asks the mock to disconnect, instead of creating a deployment: those in `node_ids`, if it has the
 * tag `mock-nodes` with the value `offline`. Undefined for every other body.
 */
export function nodesToDisconnect(body: unknown): readonly string[] | undefined {
  const { tags, node_ids: ids } = asObject(body);
  const isAsked = asList(tags)
    .map(asObject)
    .some(({ key, value }) => key === 'mock-nodes' && value === 'offline');
  if (!isAsked) return undefined;
  return asList(ids).filter((id): id is string => typeof id === 'string' && id.length <= MAX_ID);
}
