import type { Path } from '#src/json/path.ts';
import type { Text } from './text.ts';

/**
 * An error stops the target from accepting the body; a warning says that something will not do what it seems to;
 * a note only informs. Errors alone refuse a body.
 */
export type Severity = 'error' | 'warning' | 'note';

/** Tells a value that is not there yet from one that is wrong, without reading the message. */
export type IssueKind = 'missing';

/** The number of a rule in section 2 of the IEF facts sheet. Never reused. */
export type RuleId = `R${number}`;

/**
 * An edit that resolves an issue, offered as a button beside it and applied only when a person presses it. It is one
 * step of undo. Give it where a value is known to be right, as a listed ID, never where it is a guess.
 */
export interface Fix {
  /** The words of the button: the verb, then what the field will hold, such as `Use 9ebd8efb (edge-1)`. */
  readonly label: Text;
  /** The field to write to; in a finding relative to the rule's subject, as the finding's own path. */
  readonly path: Path;
  /** What the field will hold. Replaces what it holds now. */
  readonly value: FixValue;
}

/** Any JSON value that a field can hold. */
export type FixValue =
  string | number | boolean | null | readonly FixValue[] | { readonly [key: string]: FixValue };

/** One problem in a body, in words, at the field it blames. */
export interface Issue {
  /** Where: the path in the document, which is the path in the form. */
  readonly path: Path;
  readonly severity: Severity;
  readonly message: Text;
  /** `missing` if the only problem is that a required value is absent or empty; nothing that was entered is wrong. */
  readonly kind?: IssueKind;
  /** The rule that was broken, if it was a rule over several fields. */
  readonly rule?: RuleId;
  /** The field whose own limit was broken, as `Table type.key`. */
  readonly field?: string;
  /** Where the limit comes from, such as `table 11`. */
  readonly source: string;
  /** The edit that resolves it, where one is known to be right. */
  readonly fix?: Fix;
}

/** What is wrong with a value, in words, and the value that would be right if one is certain enough to be offered. */
export interface Complaint extends Text {
  readonly kind?: IssueKind;
  readonly suggestion?: string | number;
}

/** An issue of a part, as one of the whole that has the part at `base`. */
export function placeIssue(issue: Issue, base: Path): Issue {
  const placed = { ...issue, path: [...base, ...issue.path] };
  return issue.fix === undefined
    ? placed
    : { ...placed, fix: { ...issue.fix, path: [...base, ...issue.fix.path] } };
}
