import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import type { ProblemVisibility } from './problem-visibility.ts';

/** The number of problems in a part of the document. Notes do not count. */
export interface IssueCounts {
  /** Errors that the form shows in red. */
  readonly errors: number;
  readonly warnings: number;
  /** Errors that the form does not show yet, such as required fields to fill in. */
  readonly blanks: number;
}

/**
 * Counts the issues whose path `select` accepts. An error counts as an error only while its field shows it, and as a
 * blank before that, so that counts and fields always agree.
 */
export function countIssues(
  issues: readonly Issue[],
  select: (path: Path) => boolean,
  document: Json,
  { isShown }: Pick<ProblemVisibility, 'isShown'>,
): IssueCounts {
  let errors = 0;
  let warnings = 0;
  let blanks = 0;
  for (const { severity, path, kind } of issues) {
    if (!select(path)) continue;
    if (severity === 'warning') warnings++;
    if (severity !== 'error') continue;
    if (isShown(document, path, kind === 'missing')) errors++;
    else blanks++;
  }
  return { errors, warnings, blanks };
}
