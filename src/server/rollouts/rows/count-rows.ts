import { sql } from 'kysely';
import type { RowState } from '#src/server/store/schema.ts';
import type { ServerStore } from '#src/server/store/store.ts';

/** The number of rows in each state. */
export type RowCounts = Readonly<Record<RowState, number>>;

export const rowStates: readonly RowState[] = [
  'waiting',
  'sending',
  'unknown',
  'accepted',
  'ready',
  'failed',
  'skipped',
];

/** The numbers of all rows, and of those that a wave waits for. */
export interface WaveCounts {
  readonly all: RowCounts;
  /** Of the open waves, without rows that wait for an offline node. */
  readonly open: RowCounts;
}

/** Counts the rows by state. */
export async function countRows(store: Pick<ServerStore, 'db'>, id: string): Promise<RowCounts> {
  return (await countWave(store, id, 0)).all;
}

/** The numbers of rollouts that have not ended, and of their rows, by state. */
export async function countOpen({ db }: Pick<ServerStore, 'db'>): Promise<{
  readonly rollouts: Readonly<Record<string, number>>;
  readonly rows: Readonly<Record<string, number>>;
}> {
  const rollouts = await db
    .selectFrom('rollouts')
    .select(['state', (select) => select.fn.countAll<number>().as('count')])
    .where('ended_at', 'is', null)
    .groupBy('state')
    .execute();
  const rows = await db
    .selectFrom('rollout_rows')
    .innerJoin('rollouts', 'rollouts.id', 'rollout_rows.rollout_id')
    .select(['rollout_rows.state', (select) => select.fn.countAll<number>().as('count')])
    .where('rollouts.ended_at', 'is', null)
    .groupBy('rollout_rows.state')
    .execute();
  const byState = (counted: readonly { state: string; count: number }[]) =>
    Object.fromEntries(counted.map(({ state, count }) => [state, Number(count)]));
  return { rollouts: byState(rollouts), rows: byState(rows) };
}

/** Counts the rows by state; the open waves end before position `waveEnd`. */
export async function countWave(
  { db }: Pick<ServerStore, 'db'>,
  id: string,
  waveEnd: number,
): Promise<WaveCounts> {
  const { rows } = await sql<{ state: RowState; open: number; count: number }>`
    select state, open, count(*) as count from (
      select state, case when position < ${waveEnd} and (state <> 'waiting' or offline_since is null)
        then 1 else 0 end as open
      from rollout_rows where rollout_id = ${id}
    ) counted group by state, open`.execute(db);
  const none = () =>
    Object.fromEntries(rowStates.map((state) => [state, 0])) as Record<RowState, number>;
  const [all, open] = [none(), none()];
  for (const row of rows) {
    all[row.state] += Number(row.count);
    if (Number(row.open) === 1) open[row.state] += Number(row.count);
  }
  return { all, open };
}
