import type { PlannedRow } from '#src/domain/rollout/planned-rollout.ts';
import type { PlanCheck } from '../worker/check-plan.ts';

/** The choices of rows. */
export const rowLevels = ['all', 'problem', 'warning', 'fits'] as const;
export type RowLevel = (typeof rowLevels)[number];

function levelOf({ id }: PlannedRow, { byRow }: PlanCheck): Exclude<RowLevel, 'all'> {
  return byRow.get(id)?.[0]?.level ?? 'fits';
}

/** The places of the rows of a level, and how many rows each level has. Without a check, no row has one. */
export function placeLevels(
  rows: readonly PlannedRow[],
  check: PlanCheck | undefined,
  wanted: RowLevel,
): { readonly shown: readonly number[]; readonly counts: Readonly<Record<RowLevel, number>> } {
  const shown: number[] = [];
  const counts = { all: rows.length, problem: 0, warning: 0, fits: 0 };
  for (const [index, row] of rows.entries()) {
    const level = check && levelOf(row, check);
    if (level !== undefined) counts[level] += 1;
    if (wanted === 'all' || level === wanted) shown.push(index);
  }
  return { shown, counts };
}
