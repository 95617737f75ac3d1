import { useEffect, useState } from 'react';
import type { Context } from '#src/domain/core/context.ts';
import { readRollout } from '#src/domain/rollout/read-rollout.ts';
import type { RolloutProblem } from '#src/domain/rollout/read-row.ts';
import type { JsonObject } from '#src/json/value.ts';
import { breathe } from './breathe.ts';

/** What the server would say about a plan, found with the code that the server uses. */
export interface PlanCheck {
  /** Of the plan as a whole. */
  readonly general: readonly RolloutProblem[];
  readonly byRow: ReadonlyMap<string, readonly RolloutProblem[]>;
}

const WAIT_MS = 250;

/** Checks a request in short steps, again after each change. Undefined while the check is under way. */
export function usePlanCheck(
  request: JsonObject | undefined,
  { edition, generation }: Pick<Required<Context>, 'edition' | 'generation'>,
): PlanCheck | undefined {
  const [done, setDone] = useState<{ request: JsonObject; check: PlanCheck }>();
  useEffect(() => {
    if (request === undefined) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      void readRollout(request, {
        edition,
        generation: generation === '2025' ? generation : undefined,
        breathe: () => breathe(stop.signal),
        maxProblems: Infinity,
      }).then(
        ({ problems = [] }) => {
          if (!stop.signal.aborted) setDone({ request, check: sortProblems(problems) });
        },
        () => undefined,
      );
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [request, edition, generation]);
  return request !== undefined && done?.request === request ? done.check : undefined;
}

function sortProblems(problems: readonly RolloutProblem[]): PlanCheck {
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
