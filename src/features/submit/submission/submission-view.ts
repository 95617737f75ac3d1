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

/** What the page shows of the submission of a document. */
export interface SubmissionView {
  /** True once the attempts of earlier visits and other tabs have been read. */
  readonly isLoaded: boolean;
  readonly activity: 'none' | 'checking' | 'recording' | 'asking' | 'sending';
  /** The attempt in progress, or the last one that the user has not dismissed. */
  readonly attempt?: Attempt | undefined;
  /** The deployments that this document created, including deleted ones: their names are no clash. */
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
  /** The user knows of the attempt before, and wants another one. */
  readonly asNew?: boolean;
  /** The user knows that the attempt cannot be recorded. */
  readonly unrecorded?: boolean;
}

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
  /** Gives up on the answer; its outcome is looked up instead. */
  stopWaiting(): void;
  pollNow(): void;
  stopPolling(): void;
  /** The user has seen the outcome. */
  dismiss(): void;
  /** A new document replaces the sent one: dismisses its finished attempts. Returns a function that undoes it. */
  startNew(): () => void;
  /** The deployment of the attempt with this key was deleted. */
  markDeleted(key: string): void;
  /** Waiting may be over: the page is online again, visible again, or has a new token. */
  wake(): void;
  /** Asks for the token that the lookup lacks, and continues with it. */
  signIn(): void;
  onSignInNeeded(requestSignIn: RequestPlaceSignIn | undefined): void;
  end(): void;
}
