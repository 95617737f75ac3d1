import type { ServerStore } from '#src/server/store/store.ts';
import { removeRollout } from './remove-rollout.ts';

/** What the store keeps of the rollouts of one target. */
interface KeptRollouts {
  readonly rollouts: number;
  readonly rows: number;
  /** Of bodies, values and previous bodies. */
  readonly characters: number;
}

/**
 * The most that is kept of rollouts on the embedded mock, which may need no credentials: without limits, anyone could
 * fill the disk under the rollouts of live targets.
 */
const most: KeptRollouts = { rollouts: 500, rows: 200_000, characters: 256 * 1024 * 1024 };

/**
 * Removes the oldest ended rollouts of a target, except `keptId`, until there is room for another one. False if the
 * others use up the limits.
 */
export async function makeRoom(
  store: Pick<ServerStore, 'db'>,
  target: string,
  keptId?: string,
  limits = most,
): Promise<boolean> {
  while (await isFull(store, target, limits)) {
    const oldest = await store.db
      .selectFrom('rollouts')
      .select('id')
      .where('target', '=', target)
      .where('ended_at', 'is not', null)
      .where('id', '!=', keptId ?? '')
      .orderBy('ended_at')
      .executeTakeFirst();
    if (oldest === undefined) return false;
    await removeRollout(store, oldest.id);
  }
  return true;
}

/** Whether the rollouts of a target use up the limits. */
async function isFull(
  { db }: Pick<ServerStore, 'db'>,
  target: string,
  limits = most,
): Promise<boolean> {
  const ofTarget = db.selectFrom('rollouts').where('rollouts.target', '=', target);
  const { rollouts, rows, bodies } = await ofTarget
    .select((select) => [
      select.fn.countAll<number>().as('rollouts'),
      select.fn.sum<number | null>('total').as('rows'),
      select.fn.sum<number | null>(select.fn<number>('length', ['body'])).as('bodies'),
    ])
    .executeTakeFirstOrThrow();
  if (Number(rollouts) >= limits.rollouts || Number(rows) >= limits.rows) return true;
  const sizes = await ofTarget
    .innerJoin('rollout_rows', 'rollout_rows.rollout_id', 'rollouts.id')
    .select(({ fn }) => [
      fn.sum<number | null>(fn<number>('length', ['values_json'])).as('values'),
      fn.sum<number | null>(fn<number>('length', ['baseline'])).as('baselines'),
      fn.sum<number | null>(fn<number>('length', ['restore'])).as('restored'),
    ])
    .executeTakeFirstOrThrow();
  const { values, baselines, restored } = sizes;
  const characters = Number(bodies) + Number(values) + Number(baselines) + Number(restored);
  return characters >= limits.characters;
}
