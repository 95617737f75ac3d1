import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { placeOf } from '#src/client/place.ts';
import { PROJECT_ID, useSession, type Session } from '#src/client/session.ts';
import type { Target } from '#src/client/targets.ts';
import { documentText } from '#src/document/bytes.ts';
import type { Path } from '#src/document/path.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import { everything } from '#src/ui/editing/attention.ts';
import { useAllIssues, useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { isOpen, isSameIntent, type Attempt, type Intent } from './attempt.ts';
import { Outcome } from './Outcome.tsx';
import { sayPlace } from './say-place.ts';
import type { Ask, Refusal, Submission } from './submission-view.ts';
import { SubmitRow } from './SubmitRow.tsx';
import { preloadErrorWords } from './use-error-words.ts';
import { useSecondsLeft } from './use-seconds.ts';

/** What the way to submit needs of the page around it. */
export interface SubmitFormProps {
  submission: Submission;
  target: Target | undefined;
  goTo: (path: Path) => void;
  /** Puts issues in the order of the form, so that Submit leads to the first. */
  inOrder: (issues: readonly Issue[]) => readonly Issue[];
  /** Opens the connection settings: the project or the instance is missing. */
  onConnect: () => void;
  /** Asks over the form for a token for a place, or for the access secret. */
  askToken?: Ask;
}

/** Sends the document and tells what became of it. The form stays as it is, whatever the answer. */
export function SubmitForm(props: SubmitFormProps) {
  const { submission, target, goTo, inOrder, onConnect } = props;
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
  const attempt = relevant(view.attempt, view.isFromBefore, intent);
  const secondsLeft = useSecondsLeft(retryAt(attempt));
  const isBusy = view.activity !== 'none';
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
        {place === undefined
          ? t('submit.noTarget')
          : t(place.kind === 'mock' ? 'submit.toMock' : 'submit.toLive', {
              place: sayPlace(t, place),
            })}
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
        submission={submission}
        goTo={goTo}
        onConnect={onConnect}
        onSubmit={submitFromOutcome}
        canSubmit={!readOnly}
      />
    </>
  );
}

/** What is worth a word by now: what an earlier visit ended with is not, once the document is another. */
function relevant(
  attempt: Attempt | undefined,
  isFromBefore: boolean,
  intent: Intent | undefined,
): Attempt | undefined {
  if (attempt === undefined || attempt.state === 'settled') return undefined;
  if (!isFromBefore || isOpen(attempt)) return attempt;
  return intent && isSameIntent(attempt, intent) ? attempt : undefined;
}

/** “Made already” is said of one text at one place. */
function stillTrue(refusal: Refusal | undefined, intent: Intent | undefined): Refusal | undefined {
  if (refusal?.kind !== 'rival' || refusal.rival.state !== 'created') return refusal;
  return intent && isSameIntent(refusal.rival, intent) ? refusal : undefined;
}

/** When a refusal says that one may come again, milliseconds since 1970. */
function retryAt(attempt: Attempt | undefined): number {
  if (attempt?.state !== 'rejected' && attempt?.state !== 'notFound') return 0;
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
