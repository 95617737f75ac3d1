import type { RolloutProblem } from '#src/domain/rollout/read-row.ts';
import type { RolloutRow } from '#src/server/rollouts/rows/claim-rows.ts';
import type { RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';
import type { RowCounts } from '#src/server/rollouts/rows/count-rows.ts';

/** A rollout as the API shows it. */
export function viewRollout(record: RolloutRecord, counts: RowCounts) {
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
    createdAt: iso(record.created_at),
    ...(record.ended_at === null ? {} : { endedAt: iso(record.ended_at) }),
    ...(record.erased_at === null ? {} : { erased: true }),
    ...(record.retry_of === null ? {} : { retryOf: record.retry_of }),
  };
}

/** A row as the API shows it. */
export function viewRow(row: RolloutRow) {
  return {
    nodeId: row.subject,
    name: row.name,
    state: row.state,
    ...(row.deployment_id === null ? {} : { deploymentId: row.deployment_id }),
    ...(row.error_code === null
      ? {}
      : { error: { code: row.error_code, message: row.error_message ?? '' } }),
    ...(row.offline_since === null ? {} : { offlineSince: iso(row.offline_since) }),
    tries: row.tries,
  };
}

/** A reason to refuse a request, as the API shows it: in English, like every message of the API. */
export interface ShownProblem extends Omit<RolloutProblem, 'message'> {
  readonly message: string;
}

export function viewProblem({ message, ...place }: RolloutProblem): ShownProblem {
  return { ...place, message: message.en };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
