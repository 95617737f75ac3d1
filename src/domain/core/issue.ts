import type { Path } from './path.ts';
import type { Text } from './text.ts';

/** An error stops the target from accepting the body; a warning only says that something will not do what it seems to. */
export type Severity = 'error' | 'warning';

/** The number of a rule in section 2 of the IEF facts sheet. Never reused. */
export type RuleId = `R${number}`;

/** One problem in a body, in words, at the field it blames. */
export interface Issue {
  /** Where: the path in the document, which is the path in the form. */
  readonly path: Path;
  readonly severity: Severity;
  readonly message: Text;
  /** The rule that was broken, if it was a rule over several fields. */
  readonly rule?: RuleId;
  /** The field whose own limit was broken, as `Table type.key`. */
  readonly field?: string;
  /** Where the limit comes from, such as `table 11`. */
  readonly source: string;
}
