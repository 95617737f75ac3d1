import type { SentRequest } from '#src/client/requests/sent-request.ts';
import { isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';

/**
 * The whole document of a request: the body of a create, that of an update with name, target and tags, and what a delete
 * removed. Undefined if the request has none.
 */
export function documentOfRequest({ action, body, before }: SentRequest): JsonObject | undefined {
  if (action === 'delete') return before;
  const sent = parse(body);
  if (!isJsonObject(sent)) return undefined;
  if (action === 'create') return sent;
  return before && { ...before, ...sent };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** True if a request is about something that the search names. */
export function matchesRequest(request: SentRequest, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  const { name, deploymentId, requestId = '', place } = request;
  return [name, deploymentId, requestId, place.label, place.projectId].some((text) =>
    text.toLowerCase().includes(wanted),
  );
}
