import { createHash } from 'node:crypto';
import { isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import { selectRollouts, type RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';
import type { RolloutRow } from '#src/server/rollouts/rows/claim-rows.ts';
import type { ServerStore } from '#src/server/store/store.ts';

/**
 * Identifies a plan, so that running it again finds its rollout: 32 hexadecimal digits. Pace and limits do not count,
 * because they may be changed in between; neither does the order of keys.
 */
export function planDigest(plan: JsonObject): string {
  const { plan: _, ...what } = plan;
  return createHash('sha256')
    .update(JSON.stringify(sorted(what)))
    .digest('hex')
    .slice(0, 32);
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  // An array keeps the order, whatever the keys are: those of an object that look like numbers come first.
  return Object.keys(value)
    .toSorted()
    .map((key) => [key, sorted(value[key]!)]);
}

/** The last rollout that was started for a plan, and its retries, the oldest first. Empty if there is none. */
export async function findRuns(
  store: Pick<ServerStore, 'db'>,
  digest: string,
): Promise<readonly RolloutRecord[]> {
  const first = await selectRollouts(store)
    .where('id', 'like', `${digest}-%`)
    .where('retry_of', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .execute();
  const runs: RolloutRecord[] = [...first];
  for (let found = first; found.length > 0;) {
    const ids = found.map(({ id }) => id);
    found = await selectRollouts(store)
      .where('retry_of', 'in', ids)
      .orderBy('created_at')
      .execute();
    runs.push(...found);
  }
  return runs;
}

/** The rows of a rollout that changed after a revision, in the order of the changes. */
export async function changedRows(
  { db }: Pick<ServerStore, 'db'>,
  rolloutId: string,
  revision: number,
): Promise<readonly RolloutRow[]> {
  return db
    .selectFrom('rollout_rows')
    .selectAll()
    .where('rollout_id', '=', rolloutId)
    .where('revision', '>', revision)
    .orderBy('revision')
    .orderBy('position')
    .execute();
}
