import type { PlannedRollout, PlannedRow } from '#src/domain/rollout/planned-rollout.ts';
import { toRolloutRequest } from '#src/domain/rollout/planned-rollout.ts';
import type { RolloutPlan } from '#src/domain/rollout/waves.ts';
import type { Generation } from '#src/domain/core/context.ts';
import { asList, type Json, type JsonObject } from '#src/json/value.ts';

/** Faults of the mock that a rehearsal offers, with how they show. */
export const rehearsedFaults = ['none', 'pull-failed', 'quota', 'lost-answer'] as const;
export type RehearsedFault = (typeof rehearsedFaults)[number];

export interface RehearsedFaults {
  readonly fault: RehearsedFault;
  /** The indexes of the rows that have it. */
  readonly faulty: ReadonlySet<number>;
}

/** The mock starts a pod in three seconds, so waiting longer shows nothing new. */
const READY_WITHIN_S = 15;

/**
 * The request of a plan for the embedded mock: the same rows, waves and limits, faster. The mock takes nodes that it
 * does not list as running. A project of its own keeps the names of rehearsals apart.
 */
export function toRehearsal(
  rollout: PlannedRollout,
  plan: RolloutPlan,
  { fault, faulty }: RehearsedFaults,
  place: {
    readonly projectId: string;
    readonly instanceId: string;
    readonly generation: Generation;
  },
): JsonObject {
  const rows = rollout.rows.map((row, index) =>
    fault !== 'none' && faulty.has(index) ? withFault(row, rollout.body, fault) : row,
  );
  return toRolloutRequest(
    { ...rollout, rows },
    {
      ...plan,
      gate: 'auto',
      readyWithinS: Math.min(plan.readyWithinS, READY_WITHIN_S),
      offlineWithinS: 0,
      inFlight: 64,
      perMinute: 6000,
    },
    { target: 'mock', ...place },
  );
}

/** The mock reads faults from the tags of a deployment. */
function withFault(row: PlannedRow, body: JsonObject | undefined, fault: string): PlannedRow {
  const own = row.values?.['/tags'] ?? body?.tags;
  const tags: Json = [...asList(own), { key: 'mock-fault', value: fault }];
  return { ...row, values: { ...row.values, '/tags': tags } };
}

/** The body that disconnects nodes of a project of the mock; undefined if all nodes of the plan run. */
export function offlineBody(
  { kind, rows }: PlannedRollout,
  nodes: readonly { readonly id: string; readonly state: string }[],
): JsonObject | undefined {
  if (kind !== 'node') return undefined;
  const planned = new Set(rows.map(({ id }) => id));
  const offline = nodes
    .filter(({ id, state }) => planned.has(id) && !connected.has(state))
    .map(({ id }) => id);
  if (offline.length === 0) return undefined;
  const tags = [{ key: 'mock-nodes', value: 'offline' }];
  return { name: 'rehearsal', tags, node_ids: offline };
}

/** An unknown state counts as connected, as it does for a rollout. */
const connected: ReadonlySet<string> = new Set(['', 'RUNNING', 'UPGRADING']);

/** A new tenant of the mock. */
export function newProjectId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
