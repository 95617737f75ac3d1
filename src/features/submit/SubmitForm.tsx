import {
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type Ref,
} from 'react';
import { createPortal } from 'react-dom';
import { useConnection } from '#src/client/connection/connection.ts';
import { placeOf } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { documentText } from '#src/document/document-text.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Path } from '#src/json/path.ts';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { hasCreated } from './attempt/attempt.ts';
import { ConfirmCreate } from './confirm/ConfirmCreate.tsx';
import { toElapsedMoment, useSecondsLeft } from './outcome/use-seconds-left.ts';
import type { Submission } from './submission/submission-view.ts';
import {
  currentRefusal,
  isBlocked,
  isPastAttempt,
  missingForSubmit,
  retryAt,
} from './submit-conditions.ts';
import { OutcomePanel } from './OutcomePanel.tsx';
import { SubmitBar } from './SubmitBar.tsx';
import { useSignIn } from './use-sign-in.ts';
import { useSubmit } from './use-submit.ts';

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

/** Sends the document and shows the outcome. The form stays as it is, whatever the response. */
export function SubmitForm(props: SubmitFormProps) {
  const { submission } = props;
  const { targetState, open: openConnection } = useConnection();
  const { readOnly } = useEditor();
  const t = useWords();
  const session = useSession();
  const view = useSyncExternalStore(submission.subscribe, submission.view);
  const document = useDocument((whole) => whole);
  const body = useMemo(() => documentText(document), [document]);
  const button = useRef<HTMLButtonElement>(null);
  const target = knownTarget(targetState);
  const place = target && placeOf(target, session);
  const missing = missingForSubmit(target, place, session);
  const [createsAnyway, setCreatesAnyway] = useState(false);
  const isConnectionMissing = missing !== undefined && missing !== 'token';
  const conditions = { place, isConnectionMissing, createsAnyway, openConnection };
  const { submit, unconfirmed, confirm, cancel } = useSubmit(props, conditions);
  useSignIn(submission, session);

  const { attempt: last, activity } = view;
  const attempt = isPastAttempt(view, body, place) ? undefined : last;
  const secondsLeft = useSecondsLeft(toElapsedMoment(retryAt(last, place)));
  const refusal = currentRefusal(view.refusal, place && { place, body });
  const isButtonOff = readOnly || secondsLeft > 0 || isBlocked(view);
  useImperativeHandle(props.handle, () => ({
    press: () => {
      if (!isButtonOff) submit();
    },
    focus: () => button.current?.focus(),
  }));
  return (
    <>
      <OutcomePanel
        {...props}
        view={{ ...view, attempt, refusal }}
        past={attempt === undefined ? last : undefined}
        here={place}
        createsAnyway={createsAnyway}
        onCreateAnyway={setCreatesAnyway}
        onSubmit={submit}
        onButtonGone={() => button.current?.focus()}
      />
      {createPortal(
        <SubmitBar
          buttonRef={button}
          targetState={targetState}
          place={place}
          activity={activity}
          isBlocked={isButtonOff}
          isDone={attempt !== undefined && hasCreated(attempt)}
          obstacle={
            secondsLeft > 0
              ? t('submit.wait', { seconds: secondsLeft })
              : missing && t(`submit.missing.${missing}`)
          }
          onSubmit={() => submit()}
          onConnect={openConnection}
        />,
        props.bar,
      )}
      {unconfirmed && (
        <ConfirmCreate place={unconfirmed.place} onConfirm={confirm} onCancel={cancel} />
      )}
    </>
  );
}
