import { asList, asObject, isJsonObject } from '#src/json/value.ts';
import type { CallOutcome } from '../actions/call-target.ts';
import type { ActionContext } from '../actions/row-action.ts';

const PAGE = 1000;
const MAX_PAGES = 20;

/** The state of every node of the project, by ID; or why it is not known. */
export async function readNodeStates(
  call: ActionContext['call'],
): Promise<ReadonlyMap<string, string> | Exclude<CallOutcome, { kind: 'ok' }>> {
  const states = new Map<string, string>();
  for (let page = 0; page < MAX_PAGES; page++) {
    const outcome = await call({
      endpoint: 'listNodes',
      query: { limit: String(PAGE), offset: String(page * PAGE) },
    });
    if (outcome.kind !== 'ok') return outcome;
    const nodes = asList(asObject(outcome.json).nodes).filter(isJsonObject);
    for (const { id, state } of nodes) {
      if (typeof id === 'string' && typeof state === 'string') states.set(id, state);
    }
    if (nodes.length < PAGE) break;
  }
  return states;
}
