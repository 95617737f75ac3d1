import { foundDeployment, type Lookup } from '#src/domain/lookup/lookup.ts';
import type { Attempt } from '../attempt/attempt.ts';
import { withOwnDeployment } from '../attempt/own-deployments.ts';
import type {
  SubmissionEffect,
  SubmissionState,
  SubmitTask,
  Transition,
} from './submission-state.ts';
import type { SubmissionView, SubmitRefusal } from './submission-view.ts';

const activities: Record<SubmitTask['step'], SubmissionView['activity']> = {
  requestingToken: 'asking',
  checkingLast: 'checking',
  locking: 'recording',
  recording: 'recording',
  checkingConflict: 'checking',
  sending: 'sending',
  signingIn: 'asking',
  recordingAgain: 'asking',
};

export function withTask(state: SubmissionState, task: SubmitTask | undefined): SubmissionState {
  return { ...state, task, activity: task === undefined ? 'none' : activities[task.step] };
}

/** Shows and stores the progress of an attempt. */
export function updateAttempt(state: SubmissionState, attempt: Attempt): Transition {
  const next = {
    ...state,
    attempt,
    own: withOwnDeployment(state.own, attempt),
    isLoaded: true,
  };
  return state.isUnrecorded ? [next] : [next, { type: 'store', attempt }];
}

/** Ends the submit with a known outcome. */
export function finish(state: SubmissionState, attempt: Attempt): Transition {
  const [kept, ...effects] = updateAttempt(withTask(state, undefined), attempt);
  return [kept, ...effects, { type: 'releaseLock' }, { type: 'reportOutcome', attempt }];
}

/** Ends the submit without sending anything. */
export function endUnsent(state: SubmissionState, refusal: SubmitRefusal | undefined): Transition {
  const next = { ...withTask(state, undefined), refusal };
  // The lookup of an earlier attempt still needs the lock.
  return state.isLookingUp ? [next] : [next, { type: 'releaseLock' }];
}

/** Starts to look up the outcome of an attempt, at the place it was sent to, unless the submission has ended. */
export function lookUp(state: SubmissionState, attempt: Attempt, at: number): Transition {
  const endedAt = attempt.endedAt ?? at;
  const open: Attempt = { ...attempt, state: 'reconciling', endedAt };
  const [kept, ...effects] = updateAttempt(withTask(state, undefined), open);
  // The form is gone, and could not ask for a token. The next one continues.
  if (state.isEnded) return [kept, ...effects, { type: 'releaseLock' }];
  return [
    { ...kept, isLookingUp: true, hasRequestedSignIn: false },
    ...effects,
    { type: 'startLookup', attempt: open },
  ];
}

/** Ends the lookup with its verdict. A submit started in the meantime continues. */
export function concludeLookup(state: SubmissionState, lookup: Lookup): Transition {
  const { attempt, task } = state;
  // The outcome became known in this visit, even if the attempt was sent in an earlier one.
  const over = { ...state, isLookingUp: false, isFromBefore: false };
  if (attempt === undefined || lookup.verdict === undefined) return [over, { type: 'endLookup' }];
  const answer = foundDeployment(lookup);
  const known: Attempt = {
    ...attempt,
    state: lookup.verdict,
    ...(answer && { answer }),
    ...(lookup.candidates && { sighting: lookup.candidates }),
  };
  const [next, ...effects] =
    task === undefined
      ? finish(over, known)
      : append(updateAttempt(over, known), { type: 'reportOutcome', attempt: known });
  return [next, { type: 'endLookup' }, ...effects];
}

/** Records that the deployment of the shown attempt was deleted. */
export function markDeleted(state: SubmissionState, key: string, at: number): Transition {
  const { attempt } = state;
  if (attempt?.key !== key || attempt.goneAt !== undefined) return [state];
  const gone = { ...attempt, goneAt: at };
  return append(updateAttempt(state, gone), { type: 'reportOutcome', attempt: gone });
}

/** Appends effects to a transition. */
export function append(
  [state, ...effects]: Transition,
  ...more: readonly SubmissionEffect[]
): Transition {
  return [state, ...effects, ...more];
}
