import { sql } from 'kysely';
import type { ServerStore } from '#src/server/store/store.ts';
import type { Clock } from '#src/server/time/clock.ts';

const ERASE_EVERY_MS = 3_600_000;

/** Erases bodies from time to time; `keepMs` of 0 keeps them for ever. */
export function createEraser(
  store: ServerStore,
  clock: Clock,
  keepMs: number,
): () => Promise<void> {
  let erasedAt = -Infinity;
  return async function eraseBodies() {
    if (keepMs === 0 || clock.elapsed() - erasedAt < ERASE_EVERY_MS) return;
    erasedAt = clock.elapsed();
    await eraseEnded(store, await store.now(), keepMs);
  };
}

/** Erases what may be secret of rollouts that ended `keepMs` ago. */
async function eraseEnded({ db, kind }: ServerStore, now: number, keepMs: number): Promise<void> {
  const ended = await db
    .selectFrom('rollouts')
    .select('id')
    .where('ended_at', '<=', now - keepMs)
    .where('erased_at', 'is', null)
    .execute();
  if (ended.length === 0) return;
  for (const { id } of ended) {
    await db
      .updateTable('rollout_rows')
      .set({ values_json: null, baseline: null, restore: null })
      .where('rollout_id', '=', id)
      .execute();
    await db
      .updateTable('rollouts')
      .set({ body: null, erased_at: now })
      .where('id', '=', id)
      .execute();
  }
  // The log beside the file still has them.
  if (kind === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(db);
}
