import type { Edition, Generation } from '#src/domain/core/context.ts';
import type { Text } from '#src/domain/core/text.ts';
import {
  createEligibility,
  type Doubt,
  type ListedTarget,
} from '#src/domain/rollout/eligibility.ts';
import { expandRow, type RolloutProblem } from '#src/domain/rollout/expand-row.ts';
import type { PlannedRollout } from '#src/domain/rollout/planned-rollout.ts';
import { readRollout } from '#src/domain/rollout/read-rollout.ts';
import type { JsonObject } from '#src/json/value.ts';

/** A plan, its request and what is known of the target. */
export interface CheckRequest {
  readonly rollout: PlannedRollout;
  readonly request: JsonObject;
  readonly edition: Edition;
  readonly generation: Generation;
  readonly state: ListedTarget;
}

/** The findings about a row. */
export interface RowFinding {
  readonly level: 'problem' | 'warning';
  readonly kind: Doubt['kind'] | 'request';
  readonly message: Text;
  readonly path?: string | undefined;
}

/** Checks a plan with the code of the server, and against the lists of the target. */
export interface PlanCheck {
  /** Of the plan as a whole. */
  readonly general: readonly Text[];
  /** Rows without findings are absent. */
  readonly byRow: ReadonlyMap<string, readonly RowFinding[]>;
}

/** Checks every row, even after many problems. */
export async function checkPlan(asked: CheckRequest): Promise<PlanCheck> {
  const { rollout, request, edition, generation, state } = asked;
  const { problems = [] } = await readRollout(request, {
    edition,
    generation: generation === '2025' ? generation : undefined,
    breathe: () => Promise.resolve(),
    maxProblems: Infinity,
  });
  const byRow = new Map<string, RowFinding[]>();
  const add = (id: string, finding: RowFinding) => {
    const known = byRow.get(id);
    if (known) known.push(finding);
    else byRow.set(id, [finding]);
  };
  const general: Text[] = [];
  for (const problem of problems) {
    if (problem.id === undefined) general.push(problem.message);
    else add(problem.id, toFinding(problem));
  }
  const { action, kind, body, namePattern, rows } = rollout;
  const doubtsOf = createEligibility({ action, kind, body, edition, generation }, state);
  const named = { action, body, ...(action === 'create' && { namePattern }) };
  for (const [index, { id, name, values, columns }] of rows.entries()) {
    const expanded = expandRow(named, { ...columns, id, name, values }, index, rows.length);
    if ('problem' in expanded) continue;
    for (const { kind, message, isCertain } of doubtsOf(expanded.row))
      add(id, { level: isCertain ? 'problem' : 'warning', kind, message });
  }
  return { general, byRow };
}

function toFinding({ message, fix, path }: RolloutProblem): RowFinding {
  const whole = fix ? { en: `${message.en} ${fix.en}`, zh: message.zh + fix.zh } : message;
  return { level: 'problem', kind: 'request', message: whole, path };
}
