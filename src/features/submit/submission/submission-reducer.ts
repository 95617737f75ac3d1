import { signInRefusal } from '#src/client/queries/access.ts';
import type { NamedPlace } from '#src/client/session/place.ts';
import { isOpen, needsLookup, newestOf } from '../attempt/attempt.ts';
import { ownDeploymentsOf } from '../attempt/own-deployments.ts';
import {
  append,
  concludeLookup,
  updateAttempt,
  lookUp,
  markDeleted,
} from './attempt-transitions.ts';
import type { SubmissionEvent, SubmissionState, Transition } from './submission-state.ts';
import {
  onCreated,
  onExistenceChecked,
  onRecorded,
  onRecordFailed,
  onSendFailed,
  onSubmit,
  onSubmitLock,
  onSubmitSignIn,
} from './submit-transitions.ts';

type Handlers = {
  readonly [Type in SubmissionEvent['type']]: (
    state: SubmissionState,
    event: Extract<SubmissionEvent, { type: Type }>,
  ) => Transition;
};

const handlers: Handlers = {
  submit: onSubmit,
  signInAnswered: (state, event) =>
    event.purpose === 'submit' ? onSubmitSignIn(state, event) : afterLookupSignIn(state, event),
  existenceChecked: onExistenceChecked,
  lockAnswered: (state, event) =>
    event.purpose === 'submit' ? onSubmitLock(state, event) : onLookupLock(state, event),
  recorded: onRecorded,
  recordFailed: onRecordFailed,
  storeFailed: (state, { key }) =>
    state.attempt?.key === key ? [{ ...state, isUnrecorded: true }] : [state],
  exchanged: (state, { exchange }) => [{ ...state, exchange }],
  created: onCreated,
  sendFailed: onSendFailed,
  lookupChanged: onLookupChanged,
  attemptsRead: onAttemptsRead,
  claimed: onClaimed,
  claimRefused: (state, { attempt }) =>
    isBusy(state)
      ? [state]
      : [
          { ...state, ...shown(attempt), isElsewhere: true, refusal: undefined },
          { type: 'waitForLock' },
        ],
  pollNow: onPollNow,
  stopPolling(state) {
    if (!state.isLookingUp || state.attempt === undefined) return [state];
    const [next, ...effects] = updateAttempt(state, { ...state.attempt, state: 'unknown' });
    return [next, { type: 'stopLookup' }, ...effects];
  },
  signIn: (state) =>
    state.attempt === undefined ? [state] : [state, requestSignIn(state, state.attempt.place)],
  wake(state) {
    const { lookup, refusal, isLookingUp } = state;
    const next = refusal?.kind === 'offline' ? { ...state, refusal: undefined } : state;
    const isWaiting = lookup?.phase === 'waiting' || lookup?.phase === 'needsSignIn';
    return isLookingUp && isWaiting ? [next, { type: 'poll' }] : [next];
  },
  dismiss: onDismiss,
  startNew(state) {
    const { attempt } = state;
    const isOver = attempt !== undefined && !isOpen(attempt) && state.task === undefined;
    return [{ ...state, own: [], refusal: undefined, ...(isOver && { attempt: undefined }) }];
  },
  startNewUndone: (state, { own, attempt }) => [
    { ...state, own: [...own, ...state.own], attempt: state.attempt ?? attempt },
  ],
  deleted: (state, { key, at }) => markDeleted(state, key, at),
  // A create in progress still has to record its outcome.
  end: (state) => [
    { ...state, isLookingUp: false, isEnded: true },
    { type: 'endLookup' },
    ...(state.task?.step === 'sending' ? [] : [{ type: 'releaseLock' } as const]),
  ],
};

/** Returns the state after an event, and the effects to run. Events that do not fit the state change nothing. */
export function reduceSubmission(state: SubmissionState, event: SubmissionEvent): Transition {
  const handle = handlers[event.type] as (
    state: SubmissionState,
    event: SubmissionEvent,
  ) => Transition;
  return handle(state, event);
}

/** True if the state of this page is newer than the storage. */
function isBusy({ task, isLookingUp, isUnrecorded }: SubmissionState): boolean {
  return task !== undefined || isLookingUp || isUnrecorded;
}

function shown(attempt: SubmissionState['attempt']) {
  return { isLoaded: true, attempt, lookup: undefined };
}

function onAttemptsRead(
  state: SubmissionState,
  { attempts }: Extract<SubmissionEvent, { type: 'attemptsRead' }>,
): Transition {
  if (isBusy(state) || state.isEnded) return [state];
  const own = ownDeploymentsOf(attempts);
  const newest = newestOf(attempts);
  if (newest === undefined)
    return [{ ...state, own, isLoaded: true, attempt: undefined, isElsewhere: false }];
  const isOther = state.attempt?.key !== newest.key;
  const read = { ...state, own, ...(isOther && { isFromBefore: true, exchange: undefined }) };
  if (needsLookup(newest.state)) return [read, { type: 'claim', attempt: newest }];
  return [{ ...read, ...shown(newest), isElsewhere: false, refusal: undefined }];
}

/** The other tab may have finished the attempt just before it released the lock. */
function onClaimed(
  state: SubmissionState,
  { attempts, at }: Extract<SubmissionEvent, { type: 'claimed' }>,
): Transition {
  const latest = newestOf(attempts);
  if (isBusy(state)) return [state, { type: 'releaseClaim' }];
  if (state.isEnded || latest === undefined || !needsLookup(latest.state))
    return [{ ...state, ...shown(latest), isElsewhere: false }, { type: 'releaseClaim' }];
  const open = { ...latest, error: latest.error ?? { kind: 'gone', message: '' } } as const;
  const [next, ...effects] = lookUp({ ...state, isElsewhere: false, isFromBefore: true }, open, at);
  return [next, { type: 'keepClaim' }, ...effects];
}

function onLookupChanged(
  state: SubmissionState,
  event: Extract<SubmissionEvent, { type: 'lookupChanged' }>,
): Transition {
  const { lookup, isHere, canRequestSignIn } = event;
  const { attempt, hasRequestedSignIn, isLookingUp } = state;
  if (!isLookingUp) return [state];
  const next = { ...state, lookup };
  if (lookup.phase === 'done') return concludeLookup(next, lookup);
  if (attempt === undefined) return [next];
  if (lookup.phase === 'stopped' && lookup.isIncomplete)
    return updateAttempt(next, { ...attempt, state: 'unknown' });
  // A lookup at another place runs in the background, and requests a token only if the user asks for it.
  if (lookup.phase !== 'needsSignIn' || hasRequestedSignIn || !canRequestSignIn || !isHere)
    return [next];
  return [{ ...next, hasRequestedSignIn: true }, requestSignIn(next, attempt.place)];
}

function requestSignIn({ lookup }: SubmissionState, place: NamedPlace) {
  const refusal = signInRefusal(lookup?.error?.cause);
  return { type: 'requestSignIn', purpose: 'lookup', place, refusal } as const;
}

function afterLookupSignIn(
  state: SubmissionState,
  { isGiven }: Extract<SubmissionEvent, { type: 'signInAnswered' }>,
): Transition {
  return isGiven && state.isLookingUp ? [state, { type: 'poll' }] : [state];
}

function onPollNow(state: SubmissionState): Transition {
  const { attempt, isLookingUp, task } = state;
  if (attempt === undefined) return [state];
  const next: Transition =
    attempt.state === 'unknown'
      ? updateAttempt(state, { ...attempt, state: 'reconciling' })
      : [state];
  if (isLookingUp) return append(next, { type: 'poll' });
  return task === undefined ? append(next, { type: 'takeLock', purpose: 'lookup' }) : next;
}

function onLookupLock(
  state: SubmissionState,
  { isTaken, at }: Extract<SubmissionEvent, { type: 'lockAnswered' }>,
): Transition {
  const { attempt, task, isLookingUp } = state;
  if (!isTaken || task !== undefined || isLookingUp) return [state];
  return attempt === undefined ? [state, { type: 'releaseLock' }] : lookUp(state, attempt, at);
}

function onDismiss(state: SubmissionState): Transition {
  const { attempt } = state;
  const cleared = (from: SubmissionState) => ({
    ...from,
    attempt: undefined,
    lookup: undefined,
    refusal: undefined,
    isLookingUp: false,
  });
  if (attempt === undefined)
    return [cleared(state), { type: 'endLookup' }, { type: 'releaseLock' }];
  const settled = { ...attempt, state: 'settled' } as const;
  const [kept, ...effects] = updateAttempt(state, settled);
  return [
    cleared(kept),
    { type: 'endLookup' },
    ...effects,
    { type: 'reportOutcome', attempt: settled },
    { type: 'releaseLock' },
  ];
}
