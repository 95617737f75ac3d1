import type { Ref } from 'react';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Path } from '#src/json/path.ts';
import type { Submission } from './submission/submission-view.ts';

/** Lets the page press and focus the button that creates. */
export interface CreateHandle {
  press(): void;
  focus(): void;
}

/** Functions and state that the submit form needs from the page. */
export interface SubmitFormProps {
  submission: Submission;
  /** The element of the bottom bar that gets the button. */
  bar: HTMLElement;
  goTo: (path: Path) => void;
  /** Sorts issues in the order of the form, so that Create leads to the first. */
  inOrder: (issues: readonly Issue[]) => readonly Issue[];
  /** Lets the page press or focus the button. */
  handle: Ref<CreateHandle>;
  /** Starts a new document after this one was created. */
  onStartNew: () => void;
  /** Opens the page of a created deployment. */
  onView: (deploymentId: string) => void;
}
