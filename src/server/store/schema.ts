import type { RolloutAction, SubjectKind } from '#src/domain/rollout/rollout-body.ts';

/** The tables of the store. Times are milliseconds since 1970; JSON is text, so that both engines read it alike. */
export interface StoreTables {
  readonly rollouts: RolloutTable;
  readonly rollout_rows: RolloutRowTable;
  readonly rollout_names: RolloutNameTable;
  readonly rollout_history: RolloutHistoryTable;
}

export type RolloutState = 'running' | 'paused' | 'needs-token' | 'stopped' | 'done' | 'aborted';
export type RowState =
  'waiting' | 'sending' | 'unknown' | 'accepted' | 'ready' | 'failed' | 'skipped';

export interface RolloutTable {
  id: string;
  target: string;
  /** In lower case. */
  project_id: string;
  /** Empty for the professional edition. */
  instance_id: string;
  action: RolloutAction;
  kind: SubjectKind;
  state: RolloutState;
  /** Why it is paused; `target` if it needs a target that is no longer configured. */
  reason: 'person' | 'gate' | 'target' | null;
  /** The plan as JSON, with its defaults. */
  plan: string;
  /** The body of the request as JSON; null for a delete, and once it was erased. */
  body: string | null;
  total: number;
  /** The cumulative numbers of rows, as JSON. */
  wave_ends: string;
  /** The open wave, from 0. */
  wave: number;
  /** The number of rows in the open waves: a row with a lower position may be sent. */
  wave_end: number;
  go_on_percent: number;
  gate: 'auto' | 'manual';
  stop_at: number;
  in_flight: number;
  per_minute: number;
  /** At most `rate_count` claims in any `rate_ms`. */
  rate_count: number;
  rate_ms: number;
  ready_within_ms: number;
  offline_within_ms: number;
  /** No row is sent before this time: the target asked for it. */
  hold_until: number;
  created_at: number;
  /** Null until every row is in a final state. */
  ended_at: number | null;
  erased_at: number | null;
  /** The rollout that this one retries. */
  retry_of: string | null;
  /** The rollout that this one rolls back. */
  rollback_of: string | null;
  /** The generation of the API that the request named. */
  generation: string | null;
  /** The process that works on it, until `lease_until`. */
  owner: string | null;
  lease_until: number;
  /** Counts the changes of the rollout itself. */
  revision: number;
}

export interface RolloutRowTable {
  rollout_id: string;
  /** From 0, in the order of the request. */
  position: number;
  /** The ID of a node, a group or a deployment. */
  subject: string;
  name: string;
  /** The name of its node, if the request gave it. */
  node_name: string | null;
  /** The expanded values by JSON pointer, as JSON; null if there are none, and once they were erased. */
  values_json: string | null;
  state: RowState;
  /** How many times it was sent or about to be sent. */
  tries: number;
  /** Identifies the last claim; part of the idempotency key. */
  claim: string | null;
  claimed_at: number | null;
  /** When it was claimed for the first request whose outcome was unknown; null if every outcome was certain. */
  unsettled_since: number | null;
  /** Not sent again before this time. */
  next_at: number;
  deployment_id: string | null;
  error_code: string | null;
  error_message: string | null;
  /** Since when its node is offline; null if it is online or its state is not known. */
  offline_since: number | null;
  accepted_at: number | null;
  /** The state before the row was sent, as JSON: nodes, instances and the previous body of a deployment. */
  baseline: string | null;
  /** Of a roll back, as JSON: the document to restore, and the one that replaced it. */
  restore: string | null;
  /** When it reached its state; 0 if an older version of the server wrote it. */
  since: number;
  /** Increases with every change of a row of this rollout. */
  revision: number;
}

/** The events of a rollout: a line for its start, and for each change of its state or wave. */
export interface RolloutHistoryTable {
  rollout_id: string;
  /** Of the rollout, after the change. */
  revision: number;
  at: number;
  state: RolloutState;
  reason: RolloutTable['reason'];
  wave: number;
}

/** A reservation of an unfinished rollout: the name of a deployment to create, or the ID of one to change. */
export interface RolloutNameTable {
  target: string;
  project_id: string;
  claimed: string;
  rollout_id: string;
}
