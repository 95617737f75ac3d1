import type { Selectable } from 'kysely';
import type { RolloutHistoryTable } from '#src/server/store/schema.ts';
import type { RolloutProblem } from '#src/domain/rollout/expand-row.ts';
import type { RolloutRow } from '#src/server/rollouts/rows/claim-rows.ts';
import type { RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';
import type { RowCounts } from '#src/server/rollouts/rows/count-rows.ts';

/** A rollout as the API shows it. */
export function viewRollout(
  record: RolloutRecord,
  counts: RowCounts,
  history?: readonly Selectable<RolloutHistoryTable>[],
) {
  const plan = JSON.parse(record.plan) as Record<string, unknown>;
  return {
    id: record.id,
    action: record.action,
    state: record.state,
    ...(record.reason === null ? {} : { reason: record.reason }),
    /** From 1. */
    wave: record.wave + 1,
    /** The number of rows after each wave. */
    waves: JSON.parse(record.wave_ends) as readonly number[],
    counts,
    target: record.target,
    projectId: record.project_id,
    ...(record.instance_id === '' ? {} : { instanceId: record.instance_id }),
    total: record.total,
    plan: {
      ...plan,
      stopAt: record.stop_at,
      inFlight: record.in_flight,
      perMinute: record.per_minute,
    },
    /** Grows with every change of the rollout itself, so that a reader can tell which of two answers is newer. */
    revision: record.revision,
    createdAt: iso(record.created_at),
    ...(history === undefined
      ? {}
      : {
          history: history.map(({ at, state, reason, wave }) => ({
            at: iso(at),
            state,
            ...(reason === null ? {} : { reason }),
            wave: wave + 1,
          })),
        }),
    ...(record.ended_at === null ? {} : { endedAt: iso(record.ended_at) }),
    ...(record.erased_at === null ? {} : { erased: true }),
    ...(record.retry_of === null ? {} : { retryOf: record.retry_of }),
    ...(record.rollback_of === null ? {} : { rollBackOf: record.rollback_of }),
  };
}

type ViewedRollout = Pick<RolloutRecord, 'action' | 'kind' | 'wave_ends'>;

/** A row as the API shows it. `since` is when it reached its state. */
export function viewRow(row: RolloutRow, { action, kind, wave_ends: ends }: ViewedRollout) {
  const isDeployment = kind === 'deployment';
  // A deployment that a roll back creates again has a new ID.
  const isExisting = isDeployment && action !== 'create';
  const deploymentId = isExisting ? row.subject : row.deployment_id;
  const waves = JSON.parse(ends) as readonly number[];
  return {
    /** The subject that the request named: a node, a group or a deployment. */
    id: row.subject,
    ...(isDeployment ? {} : { nodeId: row.subject }),
    ...(row.node_name === null ? {} : { nodeName: row.node_name }),
    name: row.name,
    state: row.state,
    /** From 1. */
    wave: waves.findIndex((end) => row.position < end) + 1,
    ...(row.since === 0 ? {} : { since: iso(row.since) }),
    ...(row.state === 'waiting' && row.next_at > 0 ? { nextTryAt: iso(row.next_at) } : {}),
    ...(deploymentId === null ? {} : { deploymentId }),
    ...(row.error_code === null
      ? {}
      : { error: { code: row.error_code, message: row.error_message ?? '' } }),
    ...(row.offline_since === null ? {} : { offlineSince: iso(row.offline_since) }),
    tries: row.tries,
  };
}

/** A reason to refuse a request, as the API shows it: in English, like every message of the API. */
export interface ShownProblem extends Omit<RolloutProblem, 'message' | 'fix'> {
  readonly message: string;
}

export function viewProblem({ id, path, message }: RolloutProblem): ShownProblem {
  return {
    ...(id !== undefined && { id }),
    ...(path !== undefined && { path }),
    message: message.en,
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
