import type { Path } from '#src/json/path.ts';
import type { Text } from './text.ts';

/**
 * With an error, the target does not accept the body. A warning means that something probably does not work as intended.
 * A note only informs.
 */
export type Severity = 'error' | 'warning' | 'note';

/** Distinguishes a missing value from a wrong one. */
export type IssueKind = 'missing';

/** The number of a rule in section 2 of the IEF facts sheet. Never reused. */
export type RuleId = `R${number}`;

/**
 * An edit that resolves an issue, offered as a button and applied as one undo step. Offer a fix only if the value is known
 * to be right, never as a guess.
 */
export interface Fix {
  /** The label of the button, such as `Use 9ebd8efb (edge-1)`. */
  readonly label: Text;
  /** The field to write to, relative to the same value as the path of the issue or finding. */
  readonly path: Path;
  /** Replaces the current value. */
  readonly value: FixValue;
}

export type FixValue =
  string | number | boolean | null | readonly FixValue[] | { readonly [key: string]: FixValue };

export interface Issue {
  /** The path in the document, which is also the path in the form. */
  readonly path: Path;
  readonly severity: Severity;
  readonly message: Text;
  /** `missing` if a required value is absent or empty, and nothing that was entered is wrong. */
  readonly kind?: IssueKind;
  /** The numbered rule that is broken, if any. */
  readonly rule?: RuleId;
  /** The field whose limit is broken, as `Group.key`. */
  readonly field?: string;
  /** The source of the limit, such as `table 11`. */
  readonly source: string;
  readonly fix?: Fix;
}

/** A message about a value, with the correct value if it is certain. */
export interface Complaint extends Text {
  readonly kind?: IssueKind;
  readonly suggestion?: string | number;
}

/** Moves an issue of a part to the whole that has the part at `base`. */
export function placeIssue(issue: Issue, base: Path): Issue {
  const placed = { ...issue, path: [...base, ...issue.path] };
  return issue.fix === undefined
    ? placed
    : { ...placed, fix: { ...issue.fix, path: [...base, ...issue.fix.path] } };
}
