import { asList, asObject } from '#src/json/value.ts';
import { send } from '../http/request.ts';
import {
  toRolloutNode,
  toShownRollout,
  type RolloutNode,
  type ShownRollout,
} from './shown-rollout.ts';

/** What a request about rollouts carries. All of these throw the errors of {@link send}. */
export interface RolloutCall {
  /** From `proofHeaders`. */
  readonly headers: Record<string, string>;
  readonly signal?: AbortSignal | undefined;
}

/** The server answers at most as many. */
const NODES_PAGE = 1000;

export function rolloutPath(id: string, rest = ''): string {
  return `/api/rollouts/${encodeURIComponent(id)}${rest}`;
}

/** The newest rollouts that this page may see, and how many there are. */
export interface RolloutPage {
  readonly count: number;
  readonly rollouts: readonly ShownRollout[];
}

export async function readRollouts(call: RolloutCall, limit: number): Promise<RolloutPage> {
  const { json } = await send(`/api/rollouts?limit=${limit}`, call);
  const { count, rollouts } = asObject(json);
  const shown = asList(rollouts).map(toShownRollout);
  return { count: typeof count === 'number' ? count : shown.length, rollouts: shown };
}

export async function readOneRollout(id: string, call: RolloutCall): Promise<ShownRollout> {
  return toShownRollout((await send(rolloutPath(id), call)).json);
}

/** All nodes of a rollout, in the order in which they are sent. */
export async function readRolloutNodes(
  id: string,
  call: RolloutCall,
): Promise<readonly RolloutNode[]> {
  const nodes: RolloutNode[] = [];
  for (;;) {
    const path = rolloutPath(id, `/nodes?limit=${NODES_PAGE}&offset=${nodes.length}`);
    const page = asList(asObject((await send(path, call)).json).nodes).map(toRolloutNode);
    nodes.push(...page);
    if (page.length < NODES_PAGE) return nodes;
  }
}
