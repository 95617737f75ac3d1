import type { Json, JsonObject } from '#src/json/value.ts';

/** The record of a deployment in the form of a request: without what only the service sets. */
export function requestBody(record: JsonObject): Json {
  const body: Record<string, Json> = {};
  const deployment: Record<string, Json> = {};
  for (const key of ['name', 'description', 'node_ids', 'group_id', 'tags'])
    if (!isEmpty(record[key])) body[key] = record[key]!;
  for (const key of ['replicas', 'template', 'annotations'])
    if (!isEmpty(record[key])) deployment[key] = record[key]!;
  // A record can list the nodes of its group; a request has one or the other.
  if (body.group_id !== undefined) delete body.node_ids;
  return { ...body, deployment };
}

/** The service fills in keys that were not sent. */
function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return Array.isArray(value) && value.length === 0;
}
