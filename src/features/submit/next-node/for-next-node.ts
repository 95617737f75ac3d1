import { nextName } from '#src/domain/core/next-name.ts';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';

/** Maximum length of the name of a deployment (table 3). */
const MAX_LENGTH = 32;

/**
 * The same deployment for another node: under the next name, because a name can be used only once in a project, and
 * without its node. Undefined if it does not run on a node of its own.
 */
export function forNextNode(document: Json): { document: Json; name: string } | undefined {
  if (!isJsonObject(document) || typeof document.name !== 'string') return undefined;
  if (!isJsonList(document.node_ids) || document.group_id !== undefined) return undefined;
  const name = nextName(document.name, new Set(), MAX_LENGTH);
  return { document: { ...document, name, node_ids: [] }, name };
}
