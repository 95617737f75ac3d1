import { asObject, isJsonList, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';

const bodyKeys = ['name', 'description', 'source', 'node_ids', 'group_id', 'tags'] as const;
const deploymentKeys = ['replicas', 'template', 'annotations'] as const;

/**
 * The record of a deployment as a document: what a create of it would have sent. At its root it omits what only the
 * service sets and keys that the service leaves empty; below the root everything stays.
 */
export function documentOfRecord(record: JsonObject): JsonObject {
  const body: Record<string, Json> = {};
  for (const key of bodyKeys) if (!isEmpty(record[key])) body[key] = record[key]!;
  // A record of a group can list the nodes of the group; a body has one or the other.
  if (body.group_id !== undefined) delete body.node_ids;
  // The vendor's own examples spell it like this in responses.
  if (body.source === 'userdefine') body.source = 'userdefined';
  const deployment: Record<string, Json> = {};
  for (const key of deploymentKeys)
    if (record[key] !== undefined && record[key] !== null) deployment[key] = record[key];
  if (deployment.template !== undefined) deployment.template = withSchemes(deployment.template);
  return { ...body, deployment };
}

/** The keys of a document that an update sends. All others are fixed once the deployment exists. */
export const updateKeys: ReadonlySet<string> = new Set(['description', 'deployment']);

/**
 * The body of an update of a document. A description that the live object has and the document does not is sent empty,
 * because an omitted one would stay.
 */
export function updateBodyOf(document: Json, live?: Json): JsonObject {
  const { description, deployment } = asObject(document);
  const hasToClear = description === undefined && !isEmpty(asObject(live).description);
  return {
    ...(description !== undefined && { description }),
    ...(hasToClear && { description: '' }),
    ...(deployment !== undefined && { deployment }),
  };
}

/** The service fills in keys that were not sent. */
function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  return isJsonList(value) && value.length === 0;
}

/** Responses write the scheme of a probe in lower case. */
function withSchemes(value: Json): Json {
  if (isJsonList(value)) return value.map(withSchemes);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === 'scheme' && (member === 'http' || member === 'https')
        ? member.toUpperCase()
        : withSchemes(member),
    ]),
  );
}
