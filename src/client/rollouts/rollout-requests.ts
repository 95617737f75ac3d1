import { asList, asObject } from '#src/json/value.ts';
import { ContractError } from '../http/errors.ts';
import { send } from '../http/request.ts';
import {
  toRolloutNode,
  toShownRollout,
  type RolloutNode,
  type ShownRollout,
} from './shown-rollout.ts';

/** The headers of requests about rollouts. All of these throw the errors of {@link send}. */
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
  /** True if there may be others: a target could not check the token. */
  readonly isUnchecked: boolean;
}

export async function readRollouts(call: RolloutCall, limit: number): Promise<RolloutPage> {
  const { json } = await send(`/api/rollouts?limit=${limit}`, call);
  const { count, rollouts, unchecked } = asObject(json);
  const shown = asList(rollouts).map(toShownRollout);
  return {
    count: typeof count === 'number' ? count : shown.length,
    rollouts: shown,
    isUnchecked: unchecked === true,
  };
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
    const { count, nodes: listed } = asObject((await send(path, call)).json);
    const page = asList(listed).map(toRolloutNode);
    nodes.push(...page);
    const isWhole = typeof count === 'number' && nodes.length >= count;
    if (isWhole || page.length < NODES_PAGE) return nodes;
  }
}

/** Pauses, resumes or aborts a rollout; returns what became of it. */
export async function sendRolloutAction(
  id: string,
  action: 'pause' | 'resume' | 'abort',
  call: RolloutCall,
): Promise<ShownRollout> {
  return toShownRollout((await send(rolloutPath(id, `/${action}`), post(call))).json);
}

/** The limits that may change while a rollout runs. */
export type RolloutLimits = Partial<
  Pick<ShownRollout['plan'], 'inFlight' | 'perMinute' | 'stopAt'>
>;

export async function sendRolloutLimits(
  id: string,
  limits: RolloutLimits,
  call: RolloutCall,
): Promise<ShownRollout> {
  const options = { ...call, method: 'PATCH', body: JSON.stringify(limits) } as const;
  return toShownRollout((await send(rolloutPath(id), options)).json);
}

/** Leaves out a node that was not sent yet. */
export async function sendNodeSkip(
  id: string,
  nodeId: string,
  call: RolloutCall,
): Promise<ShownRollout> {
  const path = rolloutPath(id, `/nodes/${encodeURIComponent(nodeId)}/skip`);
  return toShownRollout((await send(path, post(call))).json);
}

/** Starts a rollout of the failed nodes, or one that restores what ran before an update; returns its ID. */
export async function sendFollowUp(
  id: string,
  kind: 'retry' | 'roll-back',
  call: RolloutCall,
): Promise<string> {
  const { id: started } = asObject((await send(rolloutPath(id, `/${kind}`), post(call))).json);
  if (typeof started !== 'string') throw new ContractError('the answer has no ID');
  return started;
}

/** Removes a finished rollout from the server. */
export async function sendRolloutRemoval(id: string, call: RolloutCall): Promise<void> {
  await send(rolloutPath(id), { ...call, method: 'DELETE' });
}

function post(call: RolloutCall) {
  return { ...call, method: 'POST' } as const;
}
