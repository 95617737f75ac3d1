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
