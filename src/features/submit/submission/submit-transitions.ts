import { signInRefusal } from '#src/client/queries/access.ts';
import { isClientError, isOutcomeUnknown } from '#src/client/http/errors.ts';
import {
  createAttempt,
  hasCreated,
  isOpen,
  isSameIntent,
  resend,
  toAttemptError,
  wantsSignIn,
  type Attempt,
} from '../attempt/attempt.ts';
import {
  append,
  finish,
  updateAttempt,
  lookUp,
  markDeleted,
  endUnsent,
  withTask,
} from './attempt-transitions.ts';
import { messageOf } from './error-message.ts';
import type {
  RecordingTask,
  SubmissionEvent,
  SubmissionState,
  Transition,
} from './submission-state.ts';
import type { SubmitRequest } from './submission-view.ts';

/** The most conflicting attempts to check for deletion in one submit. */
const MAX_CHECKS = 5;

type EventOf<Type extends SubmissionEvent['type']> = Extract<SubmissionEvent, { type: Type }>;

/** The user pressed the button. */
export function onSubmit(state: SubmissionState, event: EventOf<'submit'>): Transition {
  const { request, isOnline, hasToken } = event;
  const { attempt } = state;
  if (state.task !== undefined || state.isElsewhere) return [state];
  if (attempt !== undefined && isOpen(attempt) && !request.asNew) return [state];
  if (!isOnline) return [{ ...state, refusal: { kind: 'offline' } }];
  const begun = { ...state, refusal: undefined };
  if (hasToken) return checkLast(begun, request);
  return [
    withTask(begun, { step: 'requestingToken', request }),
    { type: 'requestSignIn', purpose: 'submit', place: request.place, refusal: undefined },
  ];
}

function checkLast(state: SubmissionState, request: SubmitRequest): Transition {
  const last = state.attempt;
  if (last === undefined || !hasCreated(last) || !isSameIntent(last, request) || request.asNew)
    return takeLock(state, request);
  return [
    withTask(state, { step: 'checkingLast', request, last }),
    { type: 'checkExistence', attempt: last },
  ];
}

function takeLock(state: SubmissionState, request: SubmitRequest): Transition {
  return [withTask(state, { step: 'locking', request }), { type: 'takeLock', purpose: 'submit' }];
}

/** The user entered a token or the access secret, or declined to. */
export function onSubmitSignIn(
  state: SubmissionState,
  { isGiven, at }: EventOf<'signInAnswered'>,
): Transition {
  const { task } = state;
  if (task?.step === 'requestingToken')
    return isGiven ? checkLast(state, task.request) : [withTask(state, undefined)];
  if (task?.step !== 'signingIn') return [state];
  if (!isGiven) return finish(state, task.rejected);
  // Nothing was done yet, so the same attempt continues under its key.
  const attempt = resend(task.attempt, at);
  if (state.isUnrecorded) return transmit(state, attempt);
  return [
    withTask(state, { step: 'recordingAgain', attempt, rejected: task.rejected }),
    { type: 'recordAgain', attempt },
  ];
}

export function onExistenceChecked(
  state: SubmissionState,
  { key, existence, at }: EventOf<'existenceChecked'>,
): Transition {
  const { task } = state;
  if (task?.step === 'checkingLast' && task.last.key === key) {
    if (existence !== 'gone') return endUnsent(state, conflictWith(task.last, existence));
    const [marked, ...effects] = markDeleted(state, key, at);
    const [next, ...more] = takeLock(marked, task.request);
    return [next, ...effects, ...more];
  }
  if (task?.step !== 'checkingConflict' || task.conflict.key !== key) return [state];
  const { conflict, ...rest } = task;
  if (existence !== 'gone') return endUnsent(state, conflictWith(conflict, existence));
  // It no longer conflicts, but another attempt may.
  const [recording, ...effects] = record(state, {
    ...rest,
    step: 'recording',
    checks: task.checks + 1,
  });
  const [next, ...stores] = markDeleted(recording, key, at);
  const store = { type: 'store', attempt: { ...conflict, goneAt: at } } as const;
  return [next, ...(stores.length > 0 ? stores : [store]), ...effects];
}

function conflictWith(conflict: Attempt, existence: 'exists' | 'unclear') {
  return { kind: 'conflict', conflict, isUnclear: existence === 'unclear' } as const;
}

export function onSubmitLock(
  state: SubmissionState,
  { isTaken, newKey, at }: EventOf<'lockAnswered'>,
): Transition {
  const { task, document } = state;
  if (task?.step !== 'locking') return [state];
  if (!isTaken)
    return [{ ...withTask(state, undefined), refusal: { kind: 'elsewhere' }, isElsewhere: false }];
  const { request } = task;
  const { place, body } = request;
  const attempt = createAttempt(
    { place, body },
    { document, last: state.attempt, now: at, newKey },
  );
  if (request.unrecorded) return begin(state, request, attempt);
  return record(state, { step: 'recording', request, attempt, checks: 0 });
}

function record(state: SubmissionState, task: RecordingTask): Transition {
  const { attempt, request } = task;
  return [withTask(state, task), { type: 'record', attempt, asNew: request.asNew ?? false }];
}

export function onRecorded(state: SubmissionState, { conflict }: EventOf<'recorded'>): Transition {
  const { task } = state;
  if (task?.step === 'recordingAgain') return transmit(state, task.attempt);
  if (task?.step !== 'recording') return [state];
  if (conflict === undefined) return begin(state, task.request, task.attempt);
  if (conflict.state !== 'created' || task.checks >= MAX_CHECKS)
    return endUnsent(state, { kind: 'conflict', conflict });
  return [
    withTask(state, { ...task, step: 'checkingConflict', conflict }),
    { type: 'checkExistence', attempt: conflict },
  ];
}

export function onRecordFailed(
  state: SubmissionState,
  { message }: EventOf<'recordFailed'>,
): Transition {
  const { task } = state;
  const refusal = { kind: 'unrecordable', message } as const;
  if (task?.step === 'recordingAgain') return finish({ ...state, refusal }, task.rejected);
  return task?.step === 'recording' ? endUnsent(state, refusal) : [state];
}

/** Sends a new attempt. An earlier open one becomes `settled`, because the user chose to go on without its outcome. */
function begin(state: SubmissionState, request: SubmitRequest, attempt: Attempt): Transition {
  const { attempt: last } = state;
  const [settled, ...effects]: Transition =
    last !== undefined && isOpen(last)
      ? updateAttempt(state, { ...last, state: 'settled' })
      : [state];
  const [next, ...more] = transmit(
    {
      ...settled,
      isLookingUp: false,
      isUnrecorded: request.unrecorded ?? false,
      isFromBefore: false,
      lookup: undefined,
      exchange: undefined,
    },
    attempt,
  );
  return [next, { type: 'endLookup' }, ...effects, ...more];
}

function transmit(state: SubmissionState, recorded: Attempt): Transition {
  const attempt: Attempt = { ...recorded, state: 'sent' };
  return append(updateAttempt(withTask(state, { step: 'sending', attempt }), attempt), {
    type: 'send',
    attempt,
  });
}

export function onCreated(state: SubmissionState, { created }: EventOf<'created'>): Transition {
  const { task } = state;
  if (task?.step !== 'sending') return [state];
  const { deployment, status, requestId } = created;
  const answer = { ...deployment, status, requestId };
  return finish(state, { ...task.attempt, state: 'created', answer });
}

export function onSendFailed(state: SubmissionState, event: EventOf<'sendFailed'>): Transition {
  const { task } = state;
  if (task?.step !== 'sending') return [state];
  const { attempt } = task;
  const { error, isStopped, at } = event;
  if (isStopped) return lookUp(state, { ...attempt, error: { kind: 'stopped', message: '' } }, at);
  if (!isClientError(error)) {
    const failure = { kind: 'contract', message: messageOf(error) } as const;
    return lookUp(state, { ...attempt, error: failure }, at);
  }
  const clockOffsetMs = error.kind === 'http' ? error.clockOffsetMs : undefined;
  const failed = { ...attempt, clockOffsetMs, endedAt: at, error: toAttemptError(error) };
  if (isOutcomeUnknown(error)) return lookUp(state, failed, at);
  const rejected: Attempt = { ...failed, state: 'rejected' };
  if (!wantsSignIn(rejected)) return finish(state, rejected);
  const { place } = attempt;
  const refusal = signInRefusal(error);
  return append(
    updateAttempt(withTask(state, { step: 'signingIn', attempt, rejected }), rejected),
    {
      type: 'requestSignIn',
      purpose: 'submit',
      place,
      refusal,
    },
  );
}
