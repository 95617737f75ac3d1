import type { ServerStore } from '#src/server/store/store.ts';

/**
 * So many revisions are read again: on PostgreSQL, a change may get its revision before others and be committed after
 * them. Only a lock on the rollout could prevent that, and then each change of a row would wait for the disk alone.
 */
const LATE = 1_000;

/** A change of a row. */
interface RowMark {
  readonly revision: number;
  readonly position: number;
}

/** Finds the changes of the rows of one rollout, for one reader. */
export interface RowChanges {
  /** Those that were not found before, in order. `looksBack`: with those that were committed late. */
  find(looksBack: boolean): Promise<readonly RowMark[]>;
  /** The latest revision that was found. */
  latest(): number;
}

/** `from`: the first revision to find. Undefined: only what changes from now on. */
export function createRowChanges(
  { db }: Pick<ServerStore, 'db'>,
  rolloutId: string,
  from: number | undefined,
): RowChanges {
  let latest = from ?? 0;
  let hasBegun = false;
  /** Positions by revision. */
  const found = new Map<number, Set<number>>();

  function marksFrom(revision: number): Promise<readonly RowMark[]> {
    return db
      .selectFrom('rollout_rows')
      .select(['revision', 'position'])
      .where('rollout_id', '=', rolloutId)
      .where('revision', '>=', revision)
      .orderBy('revision')
      .orderBy('position')
      .execute();
  }

  async function latestRevision(): Promise<number> {
    const row = await db
      .selectFrom('rollout_rows')
      .select((select) => select.fn.max('revision').as('latest'))
      .where('rollout_id', '=', rolloutId)
      .executeTakeFirst();
    return row?.latest ?? 0;
  }

  function note({ revision, position }: RowMark): void {
    const positions = found.get(revision) ?? new Set();
    found.set(revision, positions.add(position));
    latest = Math.max(latest, revision);
  }

  async function begin(): Promise<void> {
    const marks = await marksFrom((from ?? (await latestRevision())) - LATE);
    for (const mark of marks) if (from === undefined || mark.revision < from) note(mark);
    hasBegun = true;
  }

  return {
    async find(looksBack) {
      if (!hasBegun) await begin();
      // Changes at the same time may share the latest revision.
      const marks = await marksFrom(looksBack ? latest - LATE : latest);
      const fresh = marks.filter(
        ({ revision, position }) => found.get(revision)?.has(position) !== true,
      );
      for (const mark of fresh) note(mark);
      for (const revision of found.keys()) if (revision < latest - LATE) found.delete(revision);
      return fresh;
    },
    latest: () => latest,
  };
}
