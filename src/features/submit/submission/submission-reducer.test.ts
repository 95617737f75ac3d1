import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NetworkError } from '#src/client/http/errors.ts';
import { bodyOf, listed, START } from '#src/domain/lookup/lookup.testing.ts';
import { startLookup, type Lookup } from '#src/domain/lookup/lookup.ts';
import { createAttempt, type Attempt, type AttemptState } from '../attempt/attempt.ts';
import { place, refusal } from './scene.testing.ts';
import { reduceSubmission } from './submission-reducer.ts';
import {
  initialState,
  type SubmissionEffect,
  type SubmissionEvent,
  type SubmissionState,
} from './submission-state.ts';

const body = bodyOf();
const request = { place, body };
const fresh = createAttempt(request, {
  document: 'first',
  last: undefined,
  now: START,
  newKey: 'key-1',
});
const inState = (state: AttemptState, more: Partial<Attempt> = {}): Attempt => ({
  ...fresh,
  state,
  ...more,
});
const { raw: _raw, ...deployment } = listed(body, START);
const created = inState('created', { answer: deployment });
const rejected = inState('rejected', {
  error: { kind: 'http', message: '', status: 401, code: 'APIGW.0301' },
});
const lookup: Lookup = startLookup({ body, sentAt: START, clockOffsetMs: undefined }, 0, 0);

const idle: SubmissionState = { ...initialState('first'), isLoaded: true };
const sent = inState('sent');
const busy = {
  requestingToken: { ...idle, activity: 'asking', task: { step: 'requestingToken', request } },
  checkingLast: {
    ...idle,
    activity: 'checking',
    attempt: created,
    task: { step: 'checkingLast', request, last: created },
  },
  locking: { ...idle, activity: 'recording', task: { step: 'locking', request } },
  recording: {
    ...idle,
    activity: 'recording',
    task: { step: 'recording', request, attempt: fresh, checks: 0 },
  },
  checkingConflict: {
    ...idle,
    activity: 'checking',
    task: { step: 'checkingConflict', request, attempt: fresh, checks: 0, conflict: created },
  },
  sending: {
    ...idle,
    activity: 'sending',
    attempt: sent,
    task: { step: 'sending', attempt: sent },
  },
  signingIn: {
    ...idle,
    activity: 'asking',
    attempt: rejected,
    task: { step: 'signingIn', attempt: sent, rejected },
  },
  recordingAgain: {
    ...idle,
    activity: 'asking',
    attempt: rejected,
    task: { step: 'recordingAgain', attempt: fresh, rejected },
  },
} satisfies Record<string, SubmissionState>;
const lookingUp: SubmissionState = {
  ...idle,
  isLookingUp: true,
  lookup,
  attempt: inState('reconciling', { endedAt: START }),
};
const states = { idle, ...busy, lookingUp };

const events = {
  submit: { type: 'submit', request, isOnline: true, hasToken: true },
  signIn: { type: 'signInAnswered', purpose: 'submit', isGiven: true, at: START },
  checked: { type: 'existenceChecked', key: 'key-1', existence: 'gone', at: START },
  locked: { type: 'lockAnswered', purpose: 'submit', isTaken: true, newKey: 'key-2', at: START },
  recorded: { type: 'recorded' },
  recordFailed: { type: 'recordFailed', message: 'full' },
  created: { type: 'created', created: { deployment, status: 200, requestId: 'r-1' } },
  lost: { type: 'sendFailed', error: new NetworkError('lost'), isStopped: false, at: START },
  found: {
    type: 'lookupChanged',
    lookup: {
      ...lookup,
      phase: 'done',
      verdict: 'created',
      candidates: { matches: [deployment], undated: [], others: [], earlier: [] },
    },
    isHere: true,
    canRequestSignIn: true,
  },
} satisfies Record<string, SubmissionEvent>;

/** The effects by name, in order. */
function after(state: SubmissionState, event: SubmissionEvent) {
  const [next, ...effects] = reduceSubmission(state, event);
  return { next, effects, names: effects.map(({ type }) => type) };
}

describe('an event that fits', () => {
  type Row = readonly [
    what: string,
    from: SubmissionState,
    event: SubmissionEvent,
    step: string | undefined,
    effects: readonly SubmissionEffect['type'][],
  ];
  const rows: readonly Row[] = [
    ['a submit takes the lock', idle, events.submit, 'locking', ['takeLock']],
    [
      'a submit without a token asks for one',
      idle,
      { ...events.submit, hasToken: false },
      'requestingToken',
      ['requestSignIn'],
    ],
    [
      'a submit of the text that was already created checks whether the deployment exists',
      { ...idle, attempt: created },
      events.submit,
      'checkingLast',
      ['checkExistence'],
    ],
    ['a given token continues', busy.requestingToken, events.signIn, 'locking', ['takeLock']],
    [
      'a declined token ends the submit',
      busy.requestingToken,
      { ...events.signIn, isGiven: false },
      undefined,
      [],
    ],
    [
      'a deleted deployment is created again',
      busy.checkingLast,
      events.checked,
      'locking',
      ['store', 'reportOutcome', 'takeLock'],
    ],
    [
      'an existing deployment refuses the submit',
      busy.checkingLast,
      { ...events.checked, existence: 'exists' },
      undefined,
      ['releaseLock'],
    ],
    ['the lock leads to recording', busy.locking, events.locked, 'recording', ['record']],
    [
      'an attempt that cannot be recorded is sent if the user confirms',
      { ...idle, task: { step: 'locking', request: { ...request, unrecorded: true } } },
      events.locked,
      'sending',
      ['endLookup', 'send'],
    ],
    [
      'no lock refuses the submit',
      busy.locking,
      { ...events.locked, isTaken: false },
      undefined,
      [],
    ],
    [
      'a recorded attempt is sent',
      busy.recording,
      events.recorded,
      'sending',
      ['endLookup', 'store', 'send'],
    ],
    [
      'a conflict with a created deployment is checked',
      busy.recording,
      { type: 'recorded', conflict: created },
      'checkingConflict',
      ['checkExistence'],
    ],
    [
      'a conflict with an open attempt refuses the submit',
      busy.recording,
      { type: 'recorded', conflict: sent },
      undefined,
      ['releaseLock'],
    ],
    [
      'the sixth conflict refuses the submit without a check',
      { ...busy.recording, task: { ...busy.recording.task, checks: 5 } },
      { type: 'recorded', conflict: created },
      undefined,
      ['releaseLock'],
    ],
    [
      'a browser that cannot record refuses the submit',
      busy.recording,
      events.recordFailed,
      undefined,
      ['releaseLock'],
    ],
    [
      'a conflict that was deleted is stored, and recording is retried',
      busy.checkingConflict,
      events.checked,
      'recording',
      ['store', 'record'],
    ],
    [
      'a response ends the submit',
      busy.sending,
      events.created,
      undefined,
      ['store', 'releaseLock', 'reportOutcome'],
    ],
    [
      'a lost response starts a lookup',
      busy.sending,
      events.lost,
      undefined,
      ['store', 'startLookup'],
    ],
    [
      'a refused body ends the submit',
      busy.sending,
      { ...events.lost, error: refusal(400, 'IEF.100012') },
      undefined,
      ['store', 'releaseLock', 'reportOutcome'],
    ],
    [
      'a refused token asks for another',
      busy.sending,
      { ...events.lost, error: refusal(401, 'APIGW.0301') },
      'signingIn',
      ['store', 'requestSignIn'],
    ],
    [
      'another token records the attempt again',
      busy.signingIn,
      events.signIn,
      'recordingAgain',
      ['recordAgain'],
    ],
    [
      'no other token ends the submit',
      busy.signingIn,
      { ...events.signIn, isGiven: false },
      undefined,
      ['store', 'releaseLock', 'reportOutcome'],
    ],
    [
      'the attempt is sent again',
      busy.recordingAgain,
      events.recorded,
      'sending',
      ['store', 'send'],
    ],
    [
      'a browser that cannot record it again ends the submit',
      busy.recordingAgain,
      events.recordFailed,
      undefined,
      ['store', 'releaseLock', 'reportOutcome'],
    ],
    [
      'a verdict ends the lookup',
      lookingUp,
      events.found,
      undefined,
      ['endLookup', 'store', 'releaseLock', 'reportOutcome'],
    ],
    [
      'a verdict does not affect a submit in progress',
      { ...lookingUp, activity: 'recording', task: busy.recording.task },
      events.found,
      'recording',
      ['endLookup', 'store', 'reportOutcome'],
    ],
    [
      'a lookup without a token asks for one',
      lookingUp,
      { ...events.found, lookup: { ...lookup, phase: 'needsSignIn' } },
      undefined,
      ['requestSignIn'],
    ],
    [
      'a lookup asks once',
      { ...lookingUp, hasRequestedSignIn: true },
      { ...events.found, lookup: { ...lookup, phase: 'needsSignIn' } },
      undefined,
      [],
    ],
    [
      'an open attempt of an earlier visit is claimed',
      idle,
      { type: 'attemptsRead', attempts: [sent] },
      undefined,
      ['claim'],
    ],
    [
      'a claimed attempt is looked up',
      idle,
      { type: 'claimed', attempts: [sent], at: START },
      undefined,
      ['keepClaim', 'store', 'startLookup'],
    ],
    [
      'a claimed attempt that has finished is shown',
      idle,
      { type: 'claimed', attempts: [created], at: START },
      undefined,
      ['releaseClaim'],
    ],
    [
      'a dismissed attempt is settled',
      lookingUp,
      { type: 'dismiss' },
      undefined,
      ['endLookup', 'store', 'reportOutcome', 'releaseLock'],
    ],
  ];
  test.each(rows)('%s', (_what, from, event, step, effects) => {
    const { next, names } = after(from, event);
    expect([next.task?.step, next.activity === 'none', names]).toEqual([
      step,
      step === undefined,
      effects,
    ]);
  });
});

describe('an event that does not fit', () => {
  const fitting: Record<keyof typeof events, readonly (keyof typeof states)[]> = {
    submit: ['idle'],
    signIn: ['requestingToken', 'signingIn'],
    checked: ['checkingLast', 'checkingConflict'],
    locked: ['locking'],
    recorded: ['recording', 'recordingAgain'],
    recordFailed: ['recording', 'recordingAgain'],
    created: ['sending'],
    lost: ['sending'],
    found: ['lookingUp'],
  };
  const rows = Object.entries(events).flatMap(([name, event]) =>
    Object.entries(states)
      .filter(([at]) => !(fitting[name as keyof typeof events] as readonly string[]).includes(at))
      .map(([at, state]) => [name, at, event, state] as const),
  );
  test.each(rows)('“%s” while %s changes nothing', (_name, _at, event, state) => {
    const [next, ...effects] = reduceSubmission(state, event);
    expect(next).toBe(state);
    expect(effects).toEqual([]);
  });

  test('a response about another attempt changes nothing', () => {
    const event = { ...events.checked, key: 'other' } as const;
    expect(reduceSubmission(busy.checkingLast, event)).toEqual([busy.checkingLast]);
    expect(reduceSubmission(busy.checkingConflict, event)).toEqual([busy.checkingConflict]);
  });
});

test('never sends an unrecorded attempt, or one again that was not rejected', () => {
  const any = fc.constantFrom<SubmissionEvent>(
    ...Object.values(events),
    { ...events.signIn, isGiven: false },
    { ...events.checked, existence: 'exists' },
    { ...events.locked, isTaken: false },
    { type: 'recorded', conflict: created },
    { ...events.lost, error: refusal(401, 'APIGW.0301') },
    { type: 'pollNow' },
    { type: 'stopPolling' },
    { type: 'wake' },
    { type: 'dismiss' },
    { type: 'startNew' },
    { type: 'end' },
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 60 }), (all) => {
      let state = idle;
      let isRecorded = false;
      let isOut = false;
      for (const event of all) {
        const { next, effects } = after(state, event);
        const isRecording = state.task?.step.startsWith('recording') ?? false;
        if (event.type === 'recorded' && !event.conflict && isRecording) isRecorded = true;
        if (event.type === 'created' || event.type === 'sendFailed') isOut = false;
        if (effects.some(({ type }) => type === 'send')) {
          expect([isRecorded, isOut]).toEqual([true, false]);
          isRecorded = false;
          isOut = true;
        }
        state = next;
      }
    }),
  );
});
