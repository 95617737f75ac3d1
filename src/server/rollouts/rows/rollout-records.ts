import type { Kysely, Selectable } from 'kysely';
import type { RolloutHistoryTable, RolloutTable, StoreTables } from '#src/server/store/schema.ts';
import type { ServerStore } from '#src/server/store/store.ts';

/** A rollout without its body, which may be large. */
export type RolloutRecord = Omit<Selectable<RolloutTable>, 'body'>;

const recordColumns = [
  'id',
  'target',
  'project_id',
  'instance_id',
  'action',
  'kind',
  'state',
  'reason',
  'plan',
  'total',
  'wave_ends',
  'wave',
  'wave_end',
  'go_on_percent',
  'gate',
  'stop_at',
  'in_flight',
  'per_minute',
  'rate_count',
  'rate_ms',
  'ready_within_ms',
  'offline_within_ms',
  'hold_until',
  'created_at',
  'ended_at',
  'erased_at',
  'retry_of',
  'rollback_of',
  'generation',
  'owner',
  'lease_until',
  'revision',
] as const satisfies readonly (keyof RolloutRecord)[];

export async function findRollout(
  store: Pick<ServerStore, 'db'>,
  id: string,
): Promise<RolloutRecord | undefined> {
  return selectRollouts(store).where('id', '=', id).executeTakeFirst();
}

/** A query for rollouts without their bodies. */
export function selectRollouts({ db }: Pick<ServerStore, 'db'>) {
  return db.selectFrom('rollouts').select(recordColumns);
}

/** The body of a rollout as JSON; null for a delete, and once it was erased. */
export async function findRolloutBody(
  { db }: Pick<ServerStore, 'db'>,
  id: string,
): Promise<string | null> {
  const found = await db
    .selectFrom('rollouts')
    .select('body')
    .where('id', '=', id)
    .executeTakeFirst();
  return found?.body ?? null;
}

/** Changes an unfinished rollout in one of the given states, and notes it in its history; false if there is none. */
export async function changeRollout(
  { db }: Pick<ServerStore, 'db'>,
  id: string,
  from: readonly RolloutRecord['state'][],
  patch: Partial<Omit<RolloutRecord, 'id' | 'revision'>>,
  now: number,
): Promise<boolean> {
  const changed = await db
    .updateTable('rollouts')
    .set((set) => ({ ...patch, revision: set('revision', '+', 1) }))
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .where('state', 'in', from)
    .returning(['id', 'revision', 'state', 'reason', 'wave'])
    .executeTakeFirst();
  if (changed !== undefined && ('state' in patch || 'wave' in patch)) {
    await noteHistory(db, changed, now);
  }
  return changed !== undefined;
}

/** Adds the present state to the history. */
export async function noteHistory(
  db: Kysely<StoreTables>,
  {
    id: rollout_id,
    revision,
    state,
    reason,
    wave,
  }: Pick<RolloutRecord, 'id' | 'revision' | 'state' | 'reason' | 'wave'>,
  at: number,
): Promise<void> {
  await db
    .insertInto('rollout_history')
    .values({ rollout_id, revision, at, state, reason, wave })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The events of a rollout, oldest first. */
export async function findHistory(
  { db }: Pick<ServerStore, 'db'>,
  id: string,
): Promise<readonly Selectable<RolloutHistoryTable>[]> {
  return db
    .selectFrom('rollout_history')
    .selectAll()
    .where('rollout_id', '=', id)
    .orderBy('revision')
    .execute();
}
