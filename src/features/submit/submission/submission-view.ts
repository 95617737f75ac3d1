import type { SignInRefusal } from '#src/client/queries/access.ts';
import type { Exchange } from '#src/client/http/exchange.ts';
import type { NamedPlace } from '#src/client/session/place.ts';
import type { Lookup } from '#src/domain/lookup/lookup.ts';
import type { Attempt, Intent } from '../attempt/attempt.ts';
import type { OwnDeployment } from '../attempt/own-deployments.ts';

/** Why the page did not send. */
export type SubmitRefusal =
  | { readonly kind: 'offline' }
  /** The browser cannot record the attempt. */
  | { readonly kind: 'unrecordable'; readonly message: string }
  /** Another tab is about to send the same document. */
  | { readonly kind: 'elsewhere' }
  /** Another attempt may create, or has created, the same. */
  | {
      readonly kind: 'conflict';
      readonly conflict: Attempt;
      /** True if the service could not say whether the deployment of that attempt still exists. */
      readonly isUnclear?: boolean;
    };

/** The state of a submission as the page shows it. */
export interface SubmissionView {
  /** True once the attempts of earlier visits and other tabs have been read. */
  readonly isLoaded: boolean;
  readonly activity: 'none' | 'checking' | 'recording' | 'asking' | 'sending';
  /** The attempt in progress, or the last one that the user has not dismissed. */
  readonly attempt?: Attempt | undefined;
  /** The deployments that this document created, including deleted ones; their names are not conflicts. */
  readonly own: readonly OwnDeployment[];
  /** True if the attempt was read from storage: an earlier visit or another tab made it. */
  readonly isFromBefore: boolean;
  /** True while another tab sends it or looks it up. */
  readonly isElsewhere: boolean;
  /** True if it could not be recorded and exists on this page only. */
  readonly isUnrecorded: boolean;
  readonly lookup?: Lookup | undefined;
  readonly refusal?: SubmitRefusal | undefined;
  readonly exchange?: Exchange | undefined;
}

export interface SubmitRequest extends Intent {
  /** The user knows about the earlier attempt and wants another one. */
  readonly asNew?: boolean;
  /** The user accepts that the attempt cannot be recorded. */
  readonly unrecorded?: boolean;
}

export type SubmitOptions = Pick<SubmitRequest, 'asNew' | 'unrecorded'>;

/** Asks the user for a token for a place, or for the access secret; resolves true if one was given. */
export type RequestPlaceSignIn = (place: NamedPlace, refusal?: SignInRefusal) => Promise<boolean>;

/** The submission of one document: one intent, at most one create. */
export interface Submission {
  view(): SubmissionView;
  subscribe(listener: () => void): () => void;
  /** Reads the attempts of earlier visits and other tabs, and resumes an interrupted one. */
  load(): Promise<void>;
  /** Sends, unless an attempt is in progress or its outcome is unknown. */
  submit(request: SubmitRequest): Promise<void>;
  /** Stops waiting for the response and looks up the outcome instead. */
  stopWaiting(): void;
  pollNow(): void;
  stopPolling(): void;
  /** The user has seen the outcome. */
  dismiss(): void;
  /** Dismisses the finished attempts because the user starts a new document. Returns a function that undoes it. */
  startNew(): () => void;
  /** The deployment of the attempt with this key was deleted. */
  markDeleted(key: string): void;
  /** Call it when waiting may be over: the page is online or visible again, or has a new token. */
  wake(): void;
  /** Requests the token that the lookup needs, and continues with it. */
  signIn(): void;
  onSignInNeeded(requestSignIn: RequestPlaceSignIn | undefined): void;
  end(): void;
}
