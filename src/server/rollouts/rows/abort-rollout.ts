import type { ServerStore } from '#src/server/store/store.ts';
import { nextRevision } from './claim-rows.ts';
import { changeRollout, type RolloutRecord } from './rollout-records.ts';

/** Aborts a rollout in one of the given states, and skips what was not sent. Runs in a transaction; false if it did nothing. */
export async function markAborted(
  store: Pick<ServerStore, 'db'>,
  id: string,
  from: readonly RolloutRecord['state'][],
  now: number,
): Promise<boolean> {
  const patch = { state: 'aborted', reason: null } as const;
  if (!(await changeRollout(store, id, from, patch, now))) return false;
  await skipWaitingRows(store, id, now);
  return true;
}

/** Skips the rows of an aborted rollout that were not sent. */
export async function skipWaitingRows(
  { db }: Pick<ServerStore, 'db'>,
  id: string,
  now: number,
): Promise<void> {
  await db
    .updateTable('rollout_rows')
    .set({
      state: 'skipped',
      error_code: 'aborted',
      error_message: 'The rollout was aborted before it was sent.',
      since: now,
      revision: nextRevision(id),
    })
    .where('rollout_id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}
