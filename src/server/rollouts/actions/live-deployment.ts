import { documentOfRecord } from '#src/domain/api/record-document.ts';
import { advanceLookup, type Lookup } from '#src/domain/lookup/lookup.ts';
import { asList, isJsonObject, type JsonObject } from '#src/json/value.ts';
import { failRow, isOffline, saysGone, type ActionContext, type FailedCall } from './row-action.ts';

/** A deployment as it is now. */
export interface LiveDeployment {
  readonly name: string;
  readonly document: JsonObject;
  readonly nodes: readonly string[];
  /** It was deleted, and its node has not stopped it yet. */
  readonly isDeleting: boolean;
}

/** Reads a deployment; `gone` if it does not exist, or why it is not known. */
export async function readLive(
  call: ActionContext['call'],
  id: string,
): Promise<LiveDeployment | 'gone' | FailedCall> {
  const outcome = await call({ endpoint: 'showDeployment', id });
  if (saysGone(outcome)) return 'gone';
  if (outcome.kind !== 'ok') return outcome;
  if (!isJsonObject(outcome.json)) {
    return { kind: 'later', code: 'unreadable', message: 'No deployment.', retryAfterS: undefined };
  }
  const record = outcome.json;
  return {
    name: typeof record.name === 'string' ? record.name : '',
    document: documentOfRecord(record),
    // The nodes of a group are not its business: the group decides itself.
    nodes:
      typeof record.group_id === 'string' && record.group_id !== ''
        ? []
        : asList(record.node_ids).map(String),
    isDeleting: record.state === 'PENDING_DELETE',
  };
}

export function isUnread(live: LiveDeployment | FailedCall): live is FailedCall {
  return 'kind' in live;
}

export function hasOfflineNode(nodes: readonly string[], { nodeState }: ActionContext): boolean {
  return nodes.some((id) => isOffline(nodeState(id)));
}

/** The lookup after a look that found no effect of the request; `absent` once none can follow. */
export function lookedInVain(lookup: Lookup, startedAt: number, now: number): Lookup | 'absent' {
  const polling = advanceLookup(lookup, { type: 'poll', at: startedAt });
  const listing = { deployments: [], isComplete: true, clockOffsetMs: undefined };
  const listed = advanceLookup(polling, { type: 'listed', at: now, listing });
  return listed.verdict === 'notFound' ? 'absent' : listed;
}

export const gone = failRow('gone', 'The deployment does not exist any more.');
