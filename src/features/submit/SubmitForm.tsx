import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { isSamePlace, placeOf, type NamedPlace } from '#src/client/place.ts';
import { PROJECT_ID, useSession, type Session } from '#src/client/session.ts';
import { targetOf, type TargetState } from '#src/client/target-state.ts';
import type { Target } from '#src/client/targets.ts';
import { documentText } from '#src/document/bytes.ts';
import type { Path } from '#src/json/path.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import { everything } from '#src/ui/editing/attention.ts';
import { useAllIssues, useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { AroundForeign } from '#src/ui/ForeignText.tsx';
import { hasCreated, isOpen, isSameIntent, type Attempt, type Intent } from './attempt/attempt.ts';
import { LastSubmission } from './outcome/LastSubmission.tsx';
import { Outcome } from './outcome/Outcome.tsx';
import { formatPlace } from './outcome/format-place.ts';
import type { RequestSignIn, Submission, SubmitRefusal } from './submission/submission-view.ts';
import { SubmitRow } from './SubmitRow.tsx';
import { preloadErrorWords } from './outcome/use-error-words.ts';
import { toElapsedMoment, useSecondsLeft } from './outcome/use-seconds.ts';

/** What the way to submit needs of the page around it. */
export interface SubmitFormProps {
  submission: Submission;
  /** The target of the connection, or why it is not known. */
  known: TargetState;
  goTo: (path: Path) => void;
  /** Puts issues in the order of the form, so that Submit leads to the first. */
  inOrder: (issues: readonly Issue[]) => readonly Issue[];
  /** Opens the connection settings: the project or the instance is missing. */
  onConnect: () => void;
  /** Begins a new document, once this one was created. */
  onStartNew: () => void;
  /** Asks over the form for a token for a place, or for the access secret. */
  askToken?: RequestSignIn;
}

/** Sends the document and tells what became of it. The form stays as it is, whatever the answer. */
export function SubmitForm(props: SubmitFormProps) {
  const { submission, known, goTo, inOrder, onConnect } = props;
  const target = targetOf(known);
  const { store, issues, attention, readOnly } = useEditor();
  const { t } = useTranslation();
  const session = useSession();
  const errorCount = useAllIssues().filter((issue) => issue.severity === 'error').length;
  const view = useSyncExternalStore(submission.subscribe, submission.view);
  const document = useDocument((whole) => whole);
  const body = useMemo(() => documentText(document), [document]);
  const [insists, setInsists] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  useSignIn(props, session);

  const place = target && placeOf(target, session);
  const intent = place && { place, body };
  const missing = missingConnection(target, session);
  const lacking = missing ?? (place?.needsToken && session.token === '' ? 'token' : undefined);
  const { attempt: last } = view;
  // Finished, and not of this text at this place: no outcome of what is in hand.
  const isPast =
    last !== undefined && !isOpen(last) && view.activity === 'none' && !isAbout(last, body, place);
  const attempt = isPast ? undefined : last;
  const secondsLeft = useSecondsLeft(toElapsedMoment(retryAt(last, place)));
  const isBusy = view.activity !== 'none';
  const actions = { submission, goTo, onConnect };
  const isBlocked =
    readOnly || view.isElsewhere || secondsLeft > 0 || (attempt !== undefined && isOpen(attempt));

  const submit = (more: { asNew?: boolean; unrecorded?: boolean } = {}) => {
    if (isBusy || readOnly) return;
    attention.reveal(everything);
    const problem = inOrder(issues.checkNow()).find((issue) => issue.severity === 'error');
    if (problem && !insists) return goTo(problem.path);
    // Without a target, too, the press leads on: the settings tell why there is none yet.
    if (missing || place === undefined) return onConnect();
    preloadErrorWords();
    void submission.submit({ place, body: documentText(store.get()), ...more });
  };
  const submitFromOutcome = (more: { asNew?: boolean; unrecorded?: boolean }) => {
    // Its own button goes with the outcome it stands in.
    button.current?.focus();
    submit(more);
  };

  return (
    <>
      <Box sx={{ fontSize: 14, mb: 1.5, overflowWrap: 'anywhere' }}>
        {known.state === 'failed' ? (
          <TargetsFailed {...known} />
        ) : (
          <span>
            {place
              ? t(place.kind === 'mock' ? 'submit.toMock' : 'submit.toLive', {
                  place: formatPlace(t, place),
                })
              : t('submit.noTarget')}
          </span>
        )}
      </Box>
      {errorCount > 0 && (
        <Box
          component="label"
          sx={{
            display: 'flex',
            alignItems: 'flex-start',
            fontSize: 13,
            mb: 1.5,
            cursor: 'pointer',
          }}
        >
          <Checkbox
            size="small"
            checked={insists}
            onChange={(event) => setInsists(event.target.checked)}
            sx={{ mt: '-9px', ml: '-9px' }}
          />
          {t('submit.insist', { count: errorCount })}
        </Box>
      )}
      <SubmitRow
        buttonRef={button}
        place={place}
        activity={view.activity}
        since={view.attempt?.sentAt ?? 0}
        isBlocked={isBlocked}
        isDone={attempt !== undefined && hasCreated(attempt)}
        note={
          secondsLeft > 0
            ? t('submit.wait', { seconds: secondsLeft })
            : lacking && t(`submit.missing.${lacking}`)
        }
        onSubmit={submit}
        onStopWaiting={() => {
          button.current?.focus();
          submission.stopWaiting();
        }}
      />
      <Outcome
        view={{ ...view, attempt, refusal: stillTrue(view.refusal, intent) }}
        here={place}
        actions={{ ...actions, onStartNew: readOnly ? undefined : props.onStartNew }}
        onSubmit={submitFromOutcome}
        canSubmit={!readOnly}
      />
      {isPast && (
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

/** True if it sent this text, and to this place as far as the place is known yet. */
function isAbout(attempt: Attempt, body: string, place: NamedPlace | undefined): boolean {
  return attempt.body === body && (place === undefined || isSamePlace(attempt.place, place));
}

/** Why the page does not know where a submit would go, and a way to ask again. */
function TargetsFailed({ reason, retry }: { reason: string; retry: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <AroundForeign
        words={(hole) => t('connection.targetsFailedHelp', { reason: hole })}
        text={reason}
      />
      <Button size="small" variant="text" onClick={retry} sx={{ ml: 1, minHeight: 24, py: 0 }}>
        {t('action.retry')}
      </Button>
    </>
  );
}

/** “Made already” is said of one text at one place. */
function stillTrue(
  refusal: SubmitRefusal | undefined,
  intent: Intent | undefined,
): SubmitRefusal | undefined {
  if (refusal?.kind !== 'conflict' || refusal.conflict.state !== 'created') return refusal;
  return intent && isSameIntent(refusal.conflict, intent) ? refusal : undefined;
}

/** When a refusal says that one may come again, milliseconds since 1970. */
function retryAt(attempt: Attempt | undefined, place: NamedPlace | undefined): number {
  if (attempt?.state !== 'rejected' && attempt?.state !== 'notFound') return 0;
  if (place !== undefined && !isSamePlace(attempt.place, place)) return 0;
  return (attempt.endedAt ?? 0) + (attempt.error?.retryAfterS ?? 0) * 1000;
}

/** Lets the submission ask for a token as long as the panel is in view, and tells it of a new one. */
function useSignIn({ submission, askToken, onConnect }: SubmitFormProps, session: Session): void {
  const { targetId, projectId, edition, instanceId, token, elsewhere } = session;
  const tokens = token !== '' || elsewhere !== undefined;
  useEffect(() => {
    submission.onSignInNeeded(
      askToken ??
        (async () => {
          onConnect();
          return false;
        }),
    );
    return () => submission.onSignInNeeded(undefined);
  });
  useEffect(() => {
    if (tokens) submission.wake();
    // Also when the connection comes to the place of a token.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [submission, token, elsewhere, targetId, projectId, edition, instanceId]);
}

/** What the connection still lacks for a request to make sense. A token is asked for when it is needed. */
function missingConnection(
  target: Target | undefined,
  session: Session,
): 'project' | 'instance' | undefined {
  if (!PROJECT_ID.test(session.projectId)) return 'project';
  const isFixed = target?.kind !== 'live' || target.edition === 'platinum';
  if (session.edition === 'platinum' && !isFixed && session.instanceId === '') return 'instance';
  return undefined;
}
