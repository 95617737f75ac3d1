import { expandRow } from '#src/domain/rollout/expand-row.ts';
import type { PlannedRollout, PlannedRow } from '#src/domain/rollout/planned-rollout.ts';

/** A row of a plan with the name its deployment gets. */
export interface NamedRow {
  readonly row: PlannedRow;
  /** Undefined while the pattern names an unknown variable. */
  readonly name: string | undefined;
}

/** The names that the deployments of a plan get, in the order of sending. */
export function namesOfPlan(rollout: PlannedRollout): readonly NamedRow[] {
  const { rows, action, body, namePattern } = rollout;
  const request = { action, body, ...(action === 'create' && { namePattern }) };
  return rows.map((row, index) => {
    const { id, name, columns } = row;
    const named = { ...columns, id, ...(name !== undefined && { name }) };
    const expanded = expandRow(request, named, index, rows.length);
    return { row, name: 'row' in expanded ? expanded.row.name : undefined };
  });
}
