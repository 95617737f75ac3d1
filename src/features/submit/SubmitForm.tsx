import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import { useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import { placeOf, type NamedPlace } from '#src/client/session/place.ts';
import { useSession } from '#src/client/session/session.ts';
import { knownTarget, type TargetState } from '#src/client/targets/target-state.ts';
import { documentText } from '#src/document/document-text.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Path } from '#src/json/path.ts';
import { useAllIssues, useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { AroundForeign } from '#src/ui/words/ForeignText.tsx';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { hasCreated } from './attempt/attempt.ts';
import { formatPlace } from './words/format-place.ts';
import { LastSubmission } from './outcome/LastSubmission.tsx';
import { OutcomeView } from './outcome/OutcomeView.tsx';
import { preloadErrorWords } from './words/use-error-words.ts';
import { toElapsedMoment, useSecondsLeft } from './outcome/use-seconds-left.ts';
import type { Submission, SubmitRequest } from './submission/submission-view.ts';
import {
  currentRefusal,
  isBlocked,
  isPastAttempt,
  missingForSubmit,
  retryAt,
} from './submit-conditions.ts';
import styles from './submit.module.css';
import { SubmitRow } from './SubmitRow.tsx';
import { useSignIn } from './use-sign-in.ts';

/** What the submit form needs from the page. */
export interface SubmitFormProps {
  submission: Submission;
  goTo: (path: Path) => void;
  /** Sorts issues in the order of the form, so that Submit leads to the first. */
  inOrder: (issues: readonly Issue[]) => readonly Issue[];
  /** Starts a new document after this one was created. */
  onStartNew: () => void;
}

type SubmitOptions = Pick<SubmitRequest, 'asNew' | 'unrecorded'>;

/** Sends the document and shows the outcome. The form stays as it is, whatever the response. */
export function SubmitForm(props: SubmitFormProps) {
  const { submission, goTo } = props;
  const { targetState, open: onConnect } = useConnection();
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
  const submit = useSubmit(
    props,
    onConnect,
    place,
    missing !== undefined && missing !== 'token',
    createsAnyway,
  );
  useSignIn(submission, session);

  const { attempt: last } = view;
  const isPast = isPastAttempt(view, body, place);
  const attempt = isPast ? undefined : last;
  const secondsLeft = useSecondsLeft(toElapsedMoment(retryAt(last, place)));
  const actions = { submission, goTo, onConnect };
  // These buttons disappear together with the outcome they belong to.
  const keepFocus = () => button.current?.focus();
  return (
    <>
      <DestinationLine targetState={targetState} place={place} />
      <CreateAnywayBox createsAnyway={createsAnyway} onChange={setCreatesAnyway} />
      <SubmitRow
        buttonRef={button}
        place={place}
        activity={view.activity}
        sentAt={last?.sentAt ?? 0}
        isBlocked={readOnly || secondsLeft > 0 || isBlocked(view)}
        isDone={attempt !== undefined && hasCreated(attempt)}
        note={
          secondsLeft > 0
            ? t('submit.wait', { seconds: secondsLeft })
            : missing && t(`submit.missing.${missing}`)
        }
        onSubmit={() => submit()}
        onConnect={onConnect}
        onStopWaiting={() => {
          keepFocus();
          submission.stopWaiting();
        }}
      />
      <OutcomeView
        view={{
          ...view,
          attempt,
          refusal: currentRefusal(view.refusal, place && { place, body }),
        }}
        here={place}
        actions={{ ...actions, onStartNew: readOnly ? undefined : props.onStartNew }}
        onSubmit={(options) => {
          keepFocus();
          submit(options);
        }}
        canSubmit={!readOnly}
      />
      {isPast && last && (
        <LastSubmission
          key={last.key}
          attempt={last}
          exchange={view.exchange}
          here={place}
          actions={actions}
        />
      )}
    </>
  );
}

/** Sends the document, or leads to the first problem or to the connection settings. */
function useSubmit(
  { submission, goTo, inOrder }: SubmitFormProps,
  onConnect: () => void,
  place: NamedPlace | undefined,
  isMissingConnection: boolean,
  createsAnyway: boolean,
) {
  const { store, issues, problemVisibility, readOnly } = useEditor();
  return (options: SubmitOptions = {}) => {
    if (submission.view().activity !== 'none' || readOnly) return;
    void problemVisibility.submit();
    const problem = inOrder(issues.checkNow()).find((issue) => issue.severity === 'error');
    if (problem && !createsAnyway) return goTo(problem.path);
    // The settings also explain why there is no target yet.
    if (isMissingConnection || place === undefined) return onConnect();
    preloadErrorWords();
    void submission.submit({ place, body: documentText(store.get()), ...options });
  };
}

/** The destination of a submit, or why it is not known. */
function DestinationLine({
  targetState,
  place,
}: {
  targetState: TargetState;
  place: NamedPlace | undefined;
}) {
  const t = useWords();
  const language = useLanguage();
  return (
    <div className={styles.destination}>
      {targetState.state === 'failed' ? (
        <TargetsFailed {...targetState} />
      ) : (
        <span>
          {place
            ? t(place.kind === 'mock' ? 'submit.toMock' : 'submit.toLive', {
                place: formatPlace(t, language, place),
              })
            : t('submit.noTarget')}
        </span>
      )}
    </div>
  );
}

function TargetsFailed({ reason, retry }: { reason: string; retry: () => void }) {
  const t = useWords();
  return (
    <>
      <AroundForeign
        words={(hole) => t('connection.targetsFailedHelp', { reason: hole })}
        text={reason}
      />
      <Button size="small" variant="text" onClick={retry} className={styles.retry}>
        {t('action.retry')}
      </Button>
    </>
  );
}

/** Lets the user send a document that has errors. */
function CreateAnywayBox({
  createsAnyway,
  onChange,
}: {
  createsAnyway: boolean;
  onChange: (createsAnyway: boolean) => void;
}) {
  const t = useWords();
  const errorCount = useAllIssues().filter((issue) => issue.severity === 'error').length;
  if (errorCount === 0) return null;
  return (
    <label className={styles.insist}>
      <Checkbox
        size="small"
        checked={createsAnyway}
        onChange={(event) => onChange(event.target.checked)}
        className={styles.insistBox}
      />
      {t('submit.createAnyway', { count: errorCount })}
    </label>
  );
}
