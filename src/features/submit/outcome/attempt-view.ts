import type { NamedPlace } from '#src/client/session/place.ts';
import type { Path } from '#src/json/path.ts';
import type { Attempt } from '../attempt/attempt.ts';
import type { Submission, SubmissionView } from '../submission/submission-view.ts';

/** What the user can do about an outcome. */
export interface OutcomeActions {
  readonly submission: Submission;
  readonly goTo: (path: Path) => void;
  readonly onConnect: () => void;
  readonly onStartNew?: (() => void) | undefined;
}

/** What the view of an attempt gets, whatever the state of the attempt. */
export interface AttemptViewProps {
  readonly attempt: Attempt;
  readonly lookup: SubmissionView['lookup'];
  /** Where the connection points. */
  readonly here: NamedPlace | undefined;
  readonly actions: OutcomeActions;
}
