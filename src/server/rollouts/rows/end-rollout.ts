import type { ServerStore } from '#src/server/store/store.ts';
import { skipWaitingRows } from './abort-rollout.ts';
import { nextRevision } from './claim-rows.ts';
import { changeRollout, type RolloutRecord } from './rollout-records.ts';

/** Ends a rollout and frees its names; false if its state is no longer that of `record`, or it has ended before. */
export async function endRollout(
  { db }: Pick<ServerStore, 'db'>,
  { id, state }: Pick<RolloutRecord, 'id' | 'state'>,
  now: number,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const to = state === 'aborted' ? 'aborted' : 'done';
    const patch = { state: to, reason: null, ended_at: now, owner: null, lease_until: 0 } as const;
    if (!(await changeRollout({ db: trx }, id, [state], patch, now))) return false;
    if (to === 'aborted') {
      // Rows that were put back since the abort.
      await skipWaitingRows({ db: trx }, id, now);
      await failUnknownRows({ db: trx }, id, now);
    }
    await trx.deleteFrom('rollout_names').where('rollout_id', '=', id).execute();
    return true;
  });
}

const isUnknown = ['sending', 'unknown'] as const;

/** Fails the rows that nothing looks up any more, so that every row of an ended rollout has a final state. */
async function failUnknownRows(
  { db }: Pick<ServerStore, 'db'>,
  id: string,
  now: number,
): Promise<void> {
  await db
    .updateTable('rollout_rows')
    .set((set) => ({
      state: 'failed',
      error_code: 'outcome_unknown',
      error_message: 'The rollout ended before it was known whether this request took effect.',
      unsettled_since: set.fn.coalesce('unsettled_since', 'claimed_at'),
      since: now,
      revision: nextRevision(id),
    }))
    .where('rollout_id', '=', id)
    .where('state', 'in', isUnknown)
    .execute();
}

/** When the last request was claimed whose outcome is unknown; undefined if there is none. */
export async function lastUnknownAt(
  { db }: Pick<ServerStore, 'db'>,
  id: string,
): Promise<number | undefined> {
  const { at } = await db
    .selectFrom('rollout_rows')
    .select(({ fn }) => fn.max('claimed_at').as('at'))
    .where('rollout_id', '=', id)
    .where('state', 'in', isUnknown)
    .executeTakeFirstOrThrow();
  return at === null ? undefined : Number(at);
}
