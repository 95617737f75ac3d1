import type { Created } from '#src/client/queries/deployments.ts';
import type { SignInRefusal } from '#src/client/queries/access.ts';
import type { NamedPlace } from '#src/client/session/place.ts';
import type { Exchange } from '#src/client/http/exchange.ts';
import type { Lookup } from '#src/domain/lookup/lookup.ts';
import type { Attempt } from '../attempt/attempt.ts';
import type { OwnDeployment } from '../attempt/own-deployments.ts';
import type { SubmissionView, SubmitRequest } from './submission-view.ts';

/** A submit in progress, by the step it waits for. */
export type SubmitTask =
  | { readonly step: 'requestingToken'; readonly request: SubmitRequest }
  /** The last attempt created exactly this: does it still exist? */
  | { readonly step: 'checkingLast'; readonly request: SubmitRequest; readonly last: Attempt }
  | { readonly step: 'locking'; readonly request: SubmitRequest }
  | RecordingTask
  | (Omit<RecordingTask, 'step'> & {
      readonly step: 'checkingConflict';
      readonly conflict: Attempt;
    })
  | { readonly step: 'sending'; readonly attempt: Attempt }
  /** Refused because a token or the access secret was missing: the attempt may continue with one. */
  | { readonly step: 'signingIn'; readonly attempt: Attempt; readonly rejected: Attempt }
  | { readonly step: 'recordingAgain'; readonly attempt: Attempt; readonly rejected: Attempt };

export interface RecordingTask {
  readonly step: 'recording';
  readonly request: SubmitRequest;
  readonly attempt: Attempt;
  /** How many conflicting attempts turned out to be deleted. */
  readonly checks: number;
}

/** The whole state of a submission, including what is not shown. */
export interface SubmissionState extends SubmissionView {
  /** The ID of the document. */
  readonly document: string;
  readonly task?: SubmitTask | undefined;
  readonly isLookingUp: boolean;
  /** True once this lookup has requested a token on its own, which it does only once. */
  readonly hasRequestedSignIn: boolean;
  readonly isEnded: boolean;
}

/** The reason why a lock or a sign-in was requested. */
type Purpose = 'submit' | 'lookup';

/** The events of a submission. `at` is in milliseconds since 1970. */
export type SubmissionEvent =
  | {
      readonly type: 'submit';
      readonly request: SubmitRequest;
      readonly isOnline: boolean;
      readonly hasToken: boolean;
    }
  | {
      readonly type: 'signInAnswered';
      readonly purpose: Purpose;
      readonly isGiven: boolean;
      readonly at: number;
    }
  | {
      readonly type: 'existenceChecked';
      readonly key: string;
      readonly existence: Existence;
      readonly at: number;
    }
  | {
      readonly type: 'lockAnswered';
      readonly purpose: Purpose;
      readonly isTaken: boolean;
      readonly newKey: string;
      readonly at: number;
    }
  | { readonly type: 'recorded'; readonly conflict?: Attempt | undefined }
  | { readonly type: 'recordFailed'; readonly message: string }
  | { readonly type: 'storeFailed'; readonly key: string }
  | { readonly type: 'exchanged'; readonly exchange: Exchange }
  | { readonly type: 'created'; readonly created: Created }
  | {
      readonly type: 'sendFailed';
      readonly error: unknown;
      /** True if the user stopped waiting. */
      readonly isStopped: boolean;
      readonly at: number;
    }
  | {
      readonly type: 'lookupChanged';
      readonly lookup: Lookup;
      /** True if the connection still points to the place of the attempt. */
      readonly isHere: boolean;
      readonly canRequestSignIn: boolean;
    }
  /** The stored attempts of the document, newest first. */
  | { readonly type: 'attemptsRead'; readonly attempts: readonly Attempt[] }
  /** This tab may look up the open attempt: no other tab does. */
  | { readonly type: 'claimed'; readonly attempts: readonly Attempt[]; readonly at: number }
  | { readonly type: 'claimRefused'; readonly attempt: Attempt }
  | { readonly type: 'pollNow' }
  | { readonly type: 'stopPolling' }
  | { readonly type: 'signIn' }
  | { readonly type: 'wake' }
  | { readonly type: 'dismiss' }
  | { readonly type: 'startNew' }
  | {
      readonly type: 'startNewUndone';
      readonly own: readonly OwnDeployment[];
      readonly attempt: Attempt | undefined;
    }
  | { readonly type: 'deleted'; readonly key: string; readonly at: number }
  | { readonly type: 'end' };

/** Whether the deployment of an attempt still exists; `unclear` if the service could not be queried. */
export type Existence = 'exists' | 'gone' | 'unclear';

/** A side effect for the driver to run; most dispatch an event when done. */
export type SubmissionEffect =
  | {
      readonly type: 'requestSignIn';
      readonly purpose: Purpose;
      readonly place: NamedPlace;
      readonly refusal: SignInRefusal | undefined;
    }
  | { readonly type: 'checkExistence'; readonly attempt: Attempt }
  | { readonly type: 'takeLock'; readonly purpose: Purpose }
  | { readonly type: 'releaseLock' }
  /** Records a new attempt unless another one conflicts. */
  | { readonly type: 'record'; readonly attempt: Attempt; readonly asNew: boolean }
  /** Records that the same attempt is about to be sent again. */
  | { readonly type: 'recordAgain'; readonly attempt: Attempt }
  | { readonly type: 'store'; readonly attempt: Attempt }
  | { readonly type: 'send'; readonly attempt: Attempt }
  | { readonly type: 'startLookup'; readonly attempt: Attempt }
  | { readonly type: 'poll' }
  | { readonly type: 'stopLookup' }
  | { readonly type: 'endLookup' }
  /** Takes the lock and reads the attempts again, in order to look up the open one. */
  | { readonly type: 'claim'; readonly attempt: Attempt }
  | { readonly type: 'keepClaim' }
  | { readonly type: 'releaseClaim' }
  | { readonly type: 'waitForLock' }
  | { readonly type: 'reportOutcome'; readonly attempt: Attempt };

/** A state and what to do next, in this order. */
export type Transition = readonly [SubmissionState, ...(readonly SubmissionEffect[])];

/** The state before the stored attempts are read. */
export function initialState(document: string): SubmissionState {
  return {
    document,
    isLoaded: false,
    activity: 'none',
    own: [],
    isFromBefore: false,
    isElsewhere: false,
    isUnrecorded: false,
    isLookingUp: false,
    hasRequestedSignIn: false,
    isEnded: false,
  };
}
