import type { Insertable, Kysely } from 'kysely';
import type { ExpandedRow, RolloutAction, SubjectKind } from '#src/domain/rollout/rollout-body.ts';
import { countOf, percentOf, rateOf, type RolloutPlan } from '#src/domain/rollout/waves.ts';
import type { RolloutRowTable, RolloutTable, StoreTables } from '#src/server/store/schema.ts';
import type { ServerStore } from '#src/server/store/store.ts';
import { nextRevision } from './claim-rows.ts';
import { noteHistory } from './rollout-records.ts';

/** A row to store. A retry brings rows that the target has taken over already. */
export interface NewRow extends ExpandedRow {
  readonly deploymentId?: string | undefined;
  /** As JSON: see the table. */
  readonly baseline?: string | null;
  readonly restore?: string | null;
}

/** A rollout to store. */
export interface NewRollout {
  readonly id: string;
  readonly target: string;
  readonly projectId: string;
  readonly instanceId: string;
  readonly action: RolloutAction;
  readonly kind: SubjectKind;
  /** As JSON; null for a delete. */
  readonly body: string | null;
  readonly plan: RolloutPlan;
  readonly ends: readonly number[];
  readonly rows: readonly NewRow[];
  readonly now: number;
  /** The process that works on it first, and its lease. */
  readonly owner: string;
  readonly leaseUntil: number;
  /** The rollout that it retries; it takes over the names of its rows. */
  readonly retryOf?: string;
  /** The rollout that it rolls back; likewise. */
  readonly rollbackOf?: string;
  readonly generation?: string | undefined;
}

/** Names that another unfinished rollout of the project has claimed. Thrown, so that nothing is stored. */
export class NamesTaken extends Error {
  readonly claimed: readonly string[];
  constructor(claimed: readonly string[]) {
    super('names are taken');
    this.claimed = claimed;
  }
}

/** SQLite allows 32,766 variables in a statement. */
const ROWS_AT_ONCE = 500;

/**
 * Stores a rollout with its rows and names in one transaction, and returns it. A function makes it within the
 * transaction, from what does not change until it is stored. Throws {@link NamesTaken}.
 */
export async function insertRollout(
  { db }: Pick<ServerStore, 'db'>,
  rollout: NewRollout | ((trx: Kysely<StoreTables>) => Promise<NewRollout>),
): Promise<NewRollout> {
  return db.transaction().execute(async (trx) => {
    const made = typeof rollout === 'function' ? await rollout(trx) : rollout;
    await insertParts(trx, made);
    return made;
  });
}

async function insertParts(trx: Kysely<StoreTables>, rollout: NewRollout): Promise<void> {
  const { id, target, projectId: project_id, rows } = rollout;
  const linked = rollout.retryOf ?? rollout.rollbackOf;
  const names = rows.map((row) => nameOf(rollout.action, row));
  for (const part of chunks(names)) {
    if (linked !== undefined) await dropNames(trx, linked, part);
    await takeNames(
      trx,
      part.map((claimed) => ({ target, project_id, claimed, rollout_id: id })),
    );
  }
  const record = recordOf(rollout);
  await trx.insertInto('rollouts').values(record).execute();
  await noteHistory(trx, { ...record, reason: null }, rollout.now);
  if (rollout.rollbackOf !== undefined) await skipAccepted(trx, rollout.rollbackOf, rollout.now);
  const values = rows.map((row, position) => rowOf(row, position, rollout));
  for (const part of chunks(values)) {
    await trx.insertInto('rollout_rows').values(part).execute();
  }
}

/**
 * Ends the rows of a rollout that is rolled back: instances that the roll back starts must not count as theirs. Deletes
 * go on, because a roll back does not take back those that are on their way.
 */
async function skipAccepted(trx: Kysely<StoreTables>, rolloutId: string, now: number) {
  await trx
    .updateTable('rollout_rows')
    .set({
      state: 'skipped',
      error_code: 'rolled_back',
      error_message: 'The rollout was rolled back before it was ready.',
      since: now,
      revision: nextRevision(rolloutId),
    })
    .where('rollout_id', '=', rolloutId)
    .where('state', '=', 'accepted')
    .where((where) =>
      where.exists(
        where
          .selectFrom('rollouts')
          .select('id')
          .where('id', '=', rolloutId)
          .where('action', '!=', 'delete'),
      ),
    )
    .execute();
}

/** Creates need the name, other actions the deployment. */
function nameOf(action: RolloutAction, { subject, name }: ExpandedRow): string {
  return action === 'create' ? `name ${name}` : `id ${subject}`;
}

async function takeNames(
  trx: Kysely<StoreTables>,
  values: readonly Insertable<StoreTables['rollout_names']>[],
): Promise<void> {
  const stored = await trx
    .insertInto('rollout_names')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .returning('claimed')
    .execute();
  if (stored.length === values.length) return;
  const got = new Set(stored.map(({ claimed }) => claimed));
  throw new NamesTaken(values.map(({ claimed }) => claimed).filter((name) => !got.has(name)));
}

async function dropNames(
  trx: Kysely<StoreTables>,
  rolloutId: string,
  names: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('rollout_names')
    .where('rollout_id', '=', rolloutId)
    .where('claimed', 'in', names)
    .execute();
}

function recordOf(rollout: NewRollout): Insertable<RolloutTable> {
  const { plan, ends, rows, now } = rollout;
  const { rateCount, rateMs } = rateOf(plan.perMinute);
  return {
    id: rollout.id,
    target: rollout.target,
    project_id: rollout.projectId,
    instance_id: rollout.instanceId,
    action: rollout.action,
    kind: rollout.kind,
    state: 'running',
    reason: null,
    plan: JSON.stringify(plan),
    body: rollout.body,
    total: rows.length,
    wave_ends: JSON.stringify(ends),
    wave: 0,
    wave_end: ends[0]!,
    go_on_percent: percentOf(plan.goOnAt),
    gate: plan.gate,
    stop_at: countOf(plan.stopAt, rows.length),
    in_flight: plan.inFlight,
    per_minute: plan.perMinute,
    rate_count: rateCount,
    rate_ms: rateMs,
    ready_within_ms: plan.readyWithinS * 1000,
    offline_within_ms: plan.offlineWithinS * 1000,
    hold_until: 0,
    created_at: now,
    ended_at: null,
    erased_at: null,
    retry_of: rollout.retryOf ?? null,
    rollback_of: rollout.rollbackOf ?? null,
    generation: rollout.generation ?? null,
    owner: rollout.owner,
    lease_until: rollout.leaseUntil,
    revision: 1,
  };
}

function rowOf(
  { subject, name, nodeName, values, deploymentId, baseline, restore }: NewRow,
  position: number,
  { id, now }: NewRollout,
): Insertable<RolloutRowTable> {
  const isSent = deploymentId !== undefined;
  return {
    rollout_id: id,
    position,
    subject,
    name,
    values_json: values === undefined ? null : JSON.stringify(values),
    state: isSent ? 'accepted' : 'waiting',
    tries: 0,
    claim: null,
    claimed_at: null,
    unsettled_since: null,
    next_at: 0,
    deployment_id: deploymentId ?? null,
    error_code: null,
    error_message: null,
    offline_since: null,
    accepted_at: isSent ? now : null,
    baseline: baseline ?? null,
    restore: restore ?? null,
    node_name: nodeName ?? null,
    since: now,
    revision: 1,
  };
}

function chunks<T>(list: readonly T[]): readonly T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < list.length; at += ROWS_AT_ONCE) {
    parts.push(list.slice(at, at + ROWS_AT_ONCE));
  }
  return parts;
}
