import { useEffect, useSyncExternalStore } from 'react';
import { useEditor, useIsChecked } from '#src/ui/editing/editor.ts';
import type { PartFailure } from '#src/ui/parts/part-failure.ts';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { PartMissing } from '#src/ui/parts/PartMissing.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { plainOutcome } from './words/plain-outcome.ts';
import type { Submission } from './submission/submission-view.ts';
import styles from './submit.module.css';
import type { SubmitFormProps } from './submit-form-props.ts';
import type { SubmissionPart } from './use-submission.ts';

interface SubmitPanelProps extends Omit<SubmitFormProps, 'submission' | 'bar'> {
  submission: SubmissionPart;
  /** The element of the bottom bar that gets the button. */
  bar: HTMLElement | null;
}

/**
 * The outcome of a submit, with the button that creates the deployment in the bottom bar. Both appear once their code is
 * loaded and the document has been checked. The submission lives outside of React, so a form that failed to render
 * remounts with its whole state.
 */
export function SubmitPanel({ submission: part, bar, ...props }: SubmitPanelProps) {
  const t = useWords();
  const { submission, Form, hasFailed, load } = part;
  const { issues } = useEditor();
  const isChecked = useIsChecked();
  const begin = () => {
    load();
    if (!issues.isChecked()) issues.checkNow();
  };
  useEffect(begin, [load, issues]);
  return (
    <section aria-label={t('submit.title')}>
      {submission && Form && isChecked && bar && (
        <PartBoundary
          renderMissing={(again, failure) => (
            <OutcomeOnly submission={submission} again={again} failure={failure} />
          )}
        >
          <Form submission={submission} bar={bar} {...props} />
        </PartBoundary>
      )}
      {hasFailed && (
        <div className={styles.panel}>
          <PartMissing again={begin} failure="load" words={t('submit.partFailed')} />
        </div>
      )}
    </section>
  );
}

interface OutcomeOnlyProps {
  submission: Submission;
  again: () => void;
  failure: PartFailure;
}

/** Replaces a form that failed to render: the outcome in one sentence, and a retry button. */
function OutcomeOnly({ submission, again, failure }: OutcomeOnlyProps) {
  const t = useWords();
  const view = useSyncExternalStore(submission.subscribe, submission.view);
  const outcome = plainOutcome(t, view);
  return (
    <div className={styles.panel}>
      {outcome !== undefined && (
        <div aria-live="polite" className={styles.outcomeOnly}>
          {outcome}
        </div>
      )}
      <PartMissing again={again} failure={failure} words={t('submit.notDisplayed')} />
    </div>
  );
}
