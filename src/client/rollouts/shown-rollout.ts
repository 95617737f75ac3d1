import { asList, asObject, type JsonObject } from '#src/json/value.ts';
import { ContractError } from '../http/errors.ts';

/** The kinds of rollouts. */
export type ShownAction = 'create' | 'update' | 'delete';
export type ShownState = 'running' | 'paused' | 'needs-token' | 'stopped' | 'done' | 'aborted';
/** `accepted`: the service accepted it, and it is not ready yet. People see “Created”. */
export type NodeState =
  'waiting' | 'sending' | 'unknown' | 'accepted' | 'ready' | 'failed' | 'skipped';

const actions: readonly ShownAction[] = ['create', 'update', 'delete'];
const states: readonly ShownState[] = [
  'running',
  'paused',
  'needs-token',
  'stopped',
  'done',
  'aborted',
];
export const rolloutNodeStates: readonly NodeState[] = [
  'ready',
  'accepted',
  'sending',
  'unknown',
  'failed',
  'skipped',
  'waiting',
];

export type NodeCounts = Readonly<Record<NodeState, number>>;

/** How a rollout proceeds, as far as the page shows it. */
export interface ShownPlan {
  /** As written: numbers of nodes or percentages. */
  readonly waves: readonly string[];
  readonly goOnAt: string;
  /** A number of failures. */
  readonly stopAt: number;
  readonly gate: 'auto' | 'manual';
  readonly readyWithinS: number;
  readonly offlineWithinS: number;
  readonly inFlight: number;
  readonly perMinute: number;
}

/** A change of the state or of the wave. */
export interface HistoryEntry {
  readonly atMs: number;
  readonly state: ShownState;
  readonly reason: 'person' | 'gate' | undefined;
  /** From 1. */
  readonly wave: number;
}

/** A rollout as our server shows it. */
export interface ShownRollout {
  readonly id: string;
  /** Grows with every change of the rollout itself. */
  readonly revision: number;
  readonly action: ShownAction;
  /** The name of the deployment of its first node; empty if the server does not say. */
  readonly firstName: string;
  readonly state: ShownState;
  /** Why it is paused. */
  readonly reason: 'person' | 'gate' | undefined;
  /** The open wave, from 1. */
  readonly wave: number;
  /** The number of nodes after each wave. */
  readonly waves: readonly number[];
  readonly counts: NodeCounts;
  readonly total: number;
  readonly target: string;
  readonly projectId: string;
  /** Empty for the professional edition. */
  readonly instanceId: string;
  readonly plan: ShownPlan;
  readonly createdMs: number;
  /** Undefined until every node is in a final state. */
  readonly endedMs: number | undefined;
  /** True once its bodies were erased: it cannot be retried. */
  readonly isErased: boolean;
  readonly retryOf: string | undefined;
  readonly rollBackOf: string | undefined;
  /** Oldest first; undefined in a list. */
  readonly history: readonly HistoryEntry[] | undefined;
}

/** A node of a rollout; of an update or a delete, a deployment. */
export interface RolloutNode {
  readonly id: string;
  /** The ID of the node or group; empty for a deployment. */
  readonly nodeId: string;
  /** Empty if the server does not know it. */
  readonly nodeName: string;
  /** The name of the deployment. */
  readonly name: string;
  readonly state: NodeState;
  readonly deploymentId: string | undefined;
  readonly error: { readonly code: string; readonly message: string } | undefined;
  /** Since when the node is offline. */
  readonly offlineMs: number | undefined;
  /** When it reached its state. */
  readonly sinceMs: number | undefined;
  readonly tries: number;
  /** When it is sent again. */
  readonly nextTryMs: number | undefined;
}

/** Reads a rollout. Throws ContractError if it is not one. */
export function toShownRollout(value: unknown): ShownRollout {
  const json = asObject(value);
  const action = actions.find((known) => known === json.action);
  const state = toState(json.state);
  const id = text(json.id);
  if (action === undefined || state === undefined || id === '')
    throw new ContractError('the answer is not a rollout');
  const waves = asList(json.waves).filter((end) => typeof end === 'number');
  return {
    id,
    revision: whole(json.revision) ?? 0,
    action,
    firstName: text(json.firstName),
    state,
    reason: toReason(json.reason),
    wave: whole(json.wave) ?? 1,
    waves,
    counts: toCounts(json.counts),
    total: whole(json.total) ?? waves.at(-1) ?? 0,
    target: text(json.target),
    projectId: text(json.projectId),
    instanceId: text(json.instanceId),
    plan: toPlan(asObject(json.plan)),
    createdMs: toMs(json.createdAt) ?? 0,
    endedMs: toMs(json.endedAt),
    isErased: json.erased === true,
    retryOf: text(json.retryOf) || undefined,
    rollBackOf: text(json.rollBackOf) || undefined,
    history: json.history === undefined ? undefined : asList(json.history).flatMap(toHistory),
  };
}

/** Reads a node of a rollout. Throws ContractError if it is not one. */
export function toRolloutNode(value: unknown): RolloutNode {
  const json = asObject(value);
  const state = rolloutNodeStates.find((known) => known === json.state);
  const nodeId = text(json.nodeId);
  const id = text(json.id) || nodeId;
  if (state === undefined || id === '')
    throw new ContractError('the answer is not a node of a rollout');
  const { code, message } = asObject(json.error);
  return {
    id,
    nodeId,
    nodeName: text(json.nodeName),
    name: text(json.name),
    state,
    deploymentId: text(json.deploymentId) || undefined,
    error: typeof code === 'string' ? { code, message: text(message) } : undefined,
    offlineMs: toMs(json.offlineSince),
    sinceMs: toMs(json.since),
    tries: whole(json.tries) ?? 0,
    nextTryMs: toMs(json.nextTryAt),
  };
}

function toPlan(json: JsonObject): ShownPlan {
  return {
    waves: asList(json.waves).map(String),
    goOnAt: text(json.goOnAt),
    stopAt: whole(json.stopAt) ?? 1,
    gate: json.gate === 'manual' ? 'manual' : 'auto',
    readyWithinS: whole(json.readyWithinS) ?? 0,
    offlineWithinS: whole(json.offlineWithinS) ?? 0,
    inFlight: whole(json.inFlight) ?? 1,
    perMinute: whole(json.perMinute) ?? 1,
  };
}

function toHistory(value: unknown): HistoryEntry[] {
  const json = asObject(value);
  const state = toState(json.state);
  const atMs = toMs(json.at);
  if (state === undefined || atMs === undefined) return [];
  return [{ atMs, state, reason: toReason(json.reason), wave: whole(json.wave) ?? 1 }];
}

function toCounts(value: unknown): NodeCounts {
  const json = asObject(value);
  const pairs = rolloutNodeStates.map((state) => [state, whole(json[state]) ?? 0] as const);
  return Object.fromEntries(pairs) as Record<NodeState, number>;
}

function toState(value: unknown): ShownState | undefined {
  return states.find((known) => known === value);
}

function toReason(value: unknown): ShownRollout['reason'] {
  return value === 'person' || value === 'gate' ? value : undefined;
}

function toMs(value: unknown): number | undefined {
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function whole(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
