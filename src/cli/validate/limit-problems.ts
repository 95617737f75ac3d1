import type { Issue, Severity } from '#src/domain/core/issue.ts';
import type { TextProblem } from './validate-text.ts';
import { unlisted } from './validate-words.ts';

/** Listed problems per file. Printing a million takes longer than finding them. */
export const MAX_LISTED = 1_000;

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/**
 * Limits the problems of a file, preferring errors. A final note gives the number of the others; `more` counts problems
 * beyond the given ones.
 */
export function limitProblems(
  problems: readonly TextProblem[],
  more: number,
): readonly TextProblem[] {
  const left = Math.max(0, problems.length - MAX_LISTED);
  if (left + more === 0) return problems;
  const listed = left === 0 ? problems : mostSevere(problems);
  const issue: Issue = {
    path: [],
    severity: 'note',
    message: unlisted(left + more),
    source: 'ief-validate',
  };
  const { line = 1, column = 1 } = listed.at(-1) ?? {};
  return [...listed, { line, column, issue }];
}

function mostSevere(problems: readonly TextProblem[]): readonly TextProblem[] {
  const kept = problems
    .map((problem, order) => ({ problem, order }))
    .sort((a, b) => ranks[a.problem.issue.severity] - ranks[b.problem.issue.severity])
    .slice(0, MAX_LISTED);
  return kept.sort((a, b) => a.order - b.order).map(({ problem }) => problem);
}
