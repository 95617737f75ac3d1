import clsx from 'clsx';
import { useRef } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import type { NamedPlace } from '#src/client/session/place.ts';
import { useAllIssues, useEditor } from '#src/ui/editing/editor.ts';
import type { Attempt } from './attempt/attempt.ts';
import { CreateAnywayBox } from './CreateAnywayBox.tsx';
import { LastSubmission } from './outcome/LastSubmission.tsx';
import { OutcomeView } from './outcome/OutcomeView.tsx';
import type { SubmissionView, SubmitOptions } from './submission/submission-view.ts';
import type { SubmitFormProps } from './submit-form-props.ts';
import styles from './submit.module.css';
import { useReveal } from './use-reveal.ts';
import { WaitingNote } from './WaitingNote.tsx';

interface OutcomePanelProps extends Pick<
  SubmitFormProps,
  'submission' | 'goTo' | 'onStartNew' | 'onView'
> {
  /** Without an attempt of another text or place. */
  view: SubmissionView;
  /** The last attempt, if it was of another text or place. */
  past: Attempt | undefined;
  /** The place the page is connected to. */
  here: NamedPlace | undefined;
  createsAnyway: boolean;
  onCreateAnyway: (createsAnyway: boolean) => void;
  onSubmit: (options: SubmitOptions) => void;
  /** The button that had the focus is about to disappear. */
  onButtonGone: () => void;
}

/** The outcome of a submit, and the choice to send a document that has errors. */
export function OutcomePanel(props: OutcomePanelProps) {
  const { submission, goTo, onStartNew, onView } = props;
  const { open: onConnect } = useConnection();
  const { view, past, here, createsAnyway, onCreateAnyway, onSubmit, onButtonGone } = props;
  const { readOnly } = useEditor();
  const panel = useRef<HTMLDivElement>(null);
  useReveal(panel, view);
  const errorCount = useAllIssues().filter(({ severity }) => severity === 'error').length;
  const { attempt, refusal, activity } = view;
  const last = attempt ?? past;
  const isEmpty = errorCount === 0 && activity === 'none' && !last && !refusal;
  const actions = { submission, goTo, onConnect, onView };
  return (
    <div ref={panel} className={clsx(styles.panel, isEmpty && styles.empty)}>
      <CreateAnywayBox
        errorCount={errorCount}
        isChecked={createsAnyway}
        onChange={onCreateAnyway}
      />
      {activity === 'sending' && (
        <WaitingNote
          sentAt={last?.sentAt ?? 0}
          onStop={() => {
            onButtonGone();
            submission.stopWaiting();
          }}
        />
      )}
      <OutcomeView
        view={view}
        here={here}
        actions={{ ...actions, onStartNew: readOnly ? undefined : onStartNew }}
        onSubmit={(options) => {
          onButtonGone();
          onSubmit(options);
        }}
        canSubmit={!readOnly}
      />
      {past && (
        <LastSubmission
          key={past.key}
          attempt={past}
          exchange={view.exchange}
          here={here}
          actions={actions}
        />
      )}
    </div>
  );
}
