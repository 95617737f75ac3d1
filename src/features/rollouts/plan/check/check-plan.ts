import type { Edition, Generation } from '#src/domain/core/context.ts';
import type { RolloutProblem } from '#src/domain/rollout/expand-row.ts';
import { readRollout } from '#src/domain/rollout/read-rollout.ts';
import type { JsonObject } from '#src/json/value.ts';

/** A request with the settings that its body is valid for. */
export interface CheckRequest {
  readonly request: JsonObject;
  readonly edition: Edition;
  readonly generation: Generation;
}

/** What the server would say about a plan, found with the code that the server uses. */
export interface PlanCheck {
  /** Of the plan as a whole. */
  readonly general: readonly RolloutProblem[];
  readonly byRow: ReadonlyMap<string, readonly RolloutProblem[]>;
}

/** Checks every row, even after many problems. */
export async function checkPlan({
  request,
  edition,
  generation,
}: CheckRequest): Promise<PlanCheck> {
  const { problems = [] } = await readRollout(request, {
    edition,
    generation: generation === '2025' ? generation : undefined,
    breathe: () => Promise.resolve(),
    maxProblems: Infinity,
  });
  const byRow = new Map<string, RolloutProblem[]>();
  const general: RolloutProblem[] = [];
  for (const problem of problems) {
    if (problem.id === undefined) general.push(problem);
    else {
      const known = byRow.get(problem.id);
      if (known) known.push(problem);
      else byRow.set(problem.id, [problem]);
    }
  }
  return { general, byRow };
}
