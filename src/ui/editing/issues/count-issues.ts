import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import type { ProblemVisibility } from './problem-visibility.ts';

/** How many problems a part of the document has. Notes are not problems and do not count. */
export interface IssueCounts {
  /** Errors that the form shows in red. */
  readonly errors: number;
  readonly warnings: number;
  /** Errors that the form does not show yet: something is still to be filled in. */
  readonly blanks: number;
}

/**
 * Counts the issues whose path `select` picks. An error counts as such exactly while its field shows it; before
 * that it is a blank, so that a count never says something else than the field it stands for.
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
