import type { ServerStore } from '#src/server/store/store.ts';

/** Removes a rollout with everything stored for it. */
export async function removeRollout(
  { db }: Pick<ServerStore, 'db'>,
  rolloutId: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('rollout_rows').where('rollout_id', '=', rolloutId).execute();
    await trx.deleteFrom('rollout_names').where('rollout_id', '=', rolloutId).execute();
    await trx.deleteFrom('rollout_history').where('rollout_id', '=', rolloutId).execute();
    await trx.deleteFrom('rollouts').where('id', '=', rolloutId).execute();
  });
}
