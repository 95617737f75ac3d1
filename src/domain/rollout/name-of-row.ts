import { expandRow } from './expand-row.ts';
import type { PlannedRollout } from './planned-rollout.ts';

/** The name that the deployment of a row gets; undefined while the pattern names an unknown variable. */
export function nameOfRow(rollout: PlannedRollout, index: number): string | undefined {
  const { rows, action, body, namePattern } = rollout;
  const { id, name, columns } = rows[index]!;
  const request = { action, body, ...(action === 'create' && { namePattern }) };
  const named = { ...columns, id, ...(name !== undefined && { name }) };
  const expanded = expandRow(request, named, index, rows.length);
  return 'row' in expanded ? expanded.row.name : undefined;
}
