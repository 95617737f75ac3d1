import type { NamedPlace } from '#src/client/session/place.ts';
import type { Path } from '#src/json/path.ts';
import type { Attempt } from '../attempt/attempt.ts';
import type { Submission, SubmissionView } from '../submission/submission-view.ts';

export interface OutcomeActions {
  readonly submission: Submission;
  readonly goTo: (path: Path) => void;
  readonly onConnect: () => void;
  readonly onView: (deploymentId: string) => void;
  readonly onStartNew?: (() => void) | undefined;
}

/** The props of the view of each attempt state. */
export interface AttemptViewProps {
  readonly attempt: Attempt;
  readonly lookup: SubmissionView['lookup'];
  /** The place the page is connected to. */
  readonly here: NamedPlace | undefined;
  readonly actions: OutcomeActions;
}
