import { asList, asObject, isJsonObject } from '#src/json/value.ts';
import { trackList } from '#src/domain/api/list-progress.ts';
import type { CallOutcome } from '../actions/call-target.ts';
import type { ActionContext } from '../actions/row-action.ts';

/** The most nodes a page may have, and more pages than a project needs. */
const LIMITS = { pageSize: 1000, maxPages: 20 };

/** The state of every node of the project, by ID; or why it is not known. */
export async function readNodeStates(
  call: ActionContext['call'],
): Promise<ReadonlyMap<string, string> | Exclude<CallOutcome, { kind: 'ok' }>> {
  const states = new Map<string, string>();
  const progress = trackList(LIMITS);
  let state: ReturnType<typeof progress.add>;
  do {
    const outcome = await call({
      endpoint: 'listNodes',
      query: { limit: String(LIMITS.pageSize), offset: String(progress.offset) },
    });
    if (outcome.kind !== 'ok') return outcome;
    const { count, nodes: listed } = asObject(outcome.json);
    const nodes = asList(listed).filter(isJsonObject);
    for (const node of nodes) {
      if (typeof node.id === 'string' && typeof node.state === 'string')
        states.set(node.id, node.state);
    }
    const ids = nodes.map(({ id }) => id);
    state = progress.add(ids, count);
  } while (state === 'more');
  return states;
}
