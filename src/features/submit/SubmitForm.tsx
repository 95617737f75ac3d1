import { useImperativeHandle, useRef, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { useConnection } from '#src/client/connection/connection.ts';
import { placeOf } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { documentText } from '#src/document/document-text.ts';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { hasCreated } from './attempt/attempt.ts';
import { ConfirmCreate } from './confirm/ConfirmCreate.tsx';
import { toElapsedMoment, useSecondsLeft } from './outcome/use-seconds-left.ts';
import {
  currentRefusal,
  isBlocked,
  isPastAttempt,
  missingForSubmit,
  retryAt,
} from './submit-conditions.ts';
import { OutcomePanel } from './OutcomePanel.tsx';
import type { SubmitFormProps } from './submit-form-props.ts';
import { SubmitBar } from './SubmitBar.tsx';
import { useSignIn } from './use-sign-in.ts';
import { useSubmit } from './use-submit.ts';

/** Sends the document and shows the outcome. The form stays as it is, whatever the response. */
export function SubmitForm(props: SubmitFormProps) {
  const { submission } = props;
  const { targetState, open: openConnection } = useConnection();
  const { readOnly } = useEditor();
  const t = useWords();
  const session = useSession();
  const view = useSyncExternalStore(submission.subscribe, submission.view);
  const document = useDocument((whole) => whole);
  // Printing a large document takes milliseconds, and the first rendering does not need it.
  const body = () => documentText(document);
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
  const refusal = currentRefusal(view.refusal, body, place);
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
        submission={submission}
        goTo={props.goTo}
        onStartNew={props.onStartNew}
        onView={props.onView}
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
