import type { ServerStore } from '#src/server/store/store.ts';
import { skipWaitingRows } from './abort-rollout.ts';
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
    // Rows that were put back since the abort.
    if (to === 'aborted') await skipWaitingRows({ db: trx }, id, now);
    await trx.deleteFrom('rollout_names').where('rollout_id', '=', id).execute();
    return true;
  });
}
