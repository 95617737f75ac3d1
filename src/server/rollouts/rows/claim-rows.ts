import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { RolloutRowTable } from '#src/server/store/schema.ts';
import type { ServerStore } from '#src/server/store/store.ts';

export type RolloutRow = Selectable<RolloutRowTable>;

/** A time further ahead than any delay of ours was written before the clock was set back, so it counts as past. */
export const MAX_AHEAD_MS = 10 * 60_000;

/** Who claims, and when. */
export interface ClaimRequest {
  readonly rolloutId: string;
  readonly owner: string;
  readonly now: number;
  /** Identifies the claims; unique. */
  readonly claim: string;
}

/** The revision after the latest one. */
export function nextRevision(rolloutId: string): RawBuilder<number> {
  return sql<number>`(select coalesce(max(v.revision), 0) + 1 from rollout_rows v where v.rollout_id = ${rolloutId})`;
}

/**
 * Claims the rows to send now, in order: one statement, committed when this resolves. `picked` is materialized, because
 * PostgreSQL may run a subquery of `in` once for each row, and one that skips locked rows then picks others each time. Everything that decides whether
 * something may be sent is a condition of it: state, lease, wave, failure limit, rate, requests in flight and delays.
 * Rows of unknown outcome take slots too, so that a target that loses every answer is not sent a whole wave.
 */
export async function claimRows(
  { db, kind }: Pick<ServerStore, 'db' | 'kind'>,
  { rolloutId: id, owner, now, claim }: ClaimRequest,
): Promise<readonly RolloutRow[]> {
  const least = sql.raw(kind === 'sqlite' ? 'min' : 'least');
  const locked = sql.raw(kind === 'sqlite' ? '' : 'for update of r skip locked');
  const far = now + MAX_AHEAD_MS;
  const number = (state: string) =>
    sql`(select count(*) from rollout_rows s where s.rollout_id = ${id} and s.state = ${state})`;
  const { rows } = await sql<RolloutRow>`
    with open as (
      select * from rollouts
      where id = ${id} and state = 'running' and ended_at is null
        and owner = ${owner} and lease_until > ${now}
        and (hold_until <= ${now} or hold_until > ${far})
    ), counted as (
      select open.*, ${number('sending')} as sending, ${number('unknown')} as unknown,
        ${number('failed')} as failed,
        (select count(*) from rollout_rows s where s.rollout_id = ${id}
          and s.claimed_at > ${now} - open.rate_ms and s.claimed_at <= ${now}) as recent
      from open
    ), room as (
      select wave_end, ${least}(in_flight - sending, 2 * in_flight - sending - unknown, rate_count - recent) as free
      from counted where failed < stop_at
    ), picked as materialized (
      select r.position from rollout_rows r
      where r.rollout_id = ${id} and r.state = 'waiting' and r.offline_since is null
        and (r.next_at <= ${now} or r.next_at > ${far})
        and r.position < (select wave_end from room)
      order by r.position
      limit (select case when max(free) > 0 then max(free) else 0 end from room)
      ${locked}
    )
    update rollout_rows
    set state = 'sending', tries = tries + 1, claim = ${claim}, claimed_at = ${now},
      error_code = null, error_message = null, since = ${now}, revision = ${nextRevision(id)}
    where rollout_id = ${id} and position in (select position from picked)
    returning *`.execute(db);
  return [...rows].sort((a, b) => a.position - b.position);
}

/** The changes of a row that moves on. */
export type RowPatch = Partial<
  Pick<
    RolloutRow,
    | 'state'
    | 'tries'
    | 'next_at'
    | 'deployment_id'
    | 'error_code'
    | 'error_message'
    | 'offline_since'
    | 'accepted_at'
    | 'baseline'
    | 'unsettled_since'
    | 'name'
    | 'since'
  >
>;

/**
 * Changes a row that is still in one of the given states and has the given claim; false if it was changed by someone
 * else. The claim is null for a row that was never claimed.
 */
export async function changeRow(
  { db }: Pick<ServerStore, 'db'>,
  row: Pick<RolloutRow, 'rollout_id' | 'position' | 'claim'>,
  from: readonly RolloutRow['state'][],
  patch: RowPatch,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('rollout_rows')
    .set({ ...patch, revision: nextRevision(row.rollout_id) })
    .where('rollout_id', '=', row.rollout_id)
    .where('position', '=', row.position)
    .where('state', 'in', from)
    .where('claim', row.claim === null ? 'is' : '=', row.claim)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
