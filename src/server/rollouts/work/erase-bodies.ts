import type { ServerStore } from '#src/server/store/store.ts';

/** Erases what may be secret of rollouts that ended before a time. */
export async function eraseEnded({ db }: Pick<ServerStore, 'db'>, before: number): Promise<void> {
  const ended = await db
    .selectFrom('rollouts')
    .select('id')
    .where('ended_at', '<=', before)
    .where('erased_at', 'is', null)
    .execute();
  for (const { id } of ended) {
    await db
      .updateTable('rollout_rows')
      .set({ values_json: null, baseline: null, restore: null })
      .where('rollout_id', '=', id)
      .execute();
    await db
      .updateTable('rollouts')
      .set({ body: null, erased_at: before })
      .where('id', '=', id)
      .execute();
  }
}
