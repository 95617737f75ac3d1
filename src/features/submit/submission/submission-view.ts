import type { SignInRefusal } from '#src/client/access.ts';
import type { Exchange } from '#src/client/exchange.ts';
import type { NamedPlace } from '#src/client/place.ts';
import type { Attempt, Intent } from '../attempt/attempt.ts';
import type { OwnDeployment } from '../attempt/own-deployments.ts';
import type { Search } from '#src/domain/lookup/lookup.ts';

/** Why nothing was sent, though the person wanted it. */
export type Refusal =
  | { readonly kind: 'offline' }
  /** The browser cannot record the attempt. */
  | { readonly kind: 'unrecordable'; readonly message: string }
  /** Another tab is about to send the same document. */
  | { readonly kind: 'elsewhere' }
  /** Another attempt may make, or has made, the same. */
  | {
      readonly kind: 'rival';
      readonly rival: Attempt;
      /** True if the service could not be asked whether the deployment of the rival still exists. */
      readonly isUnclear?: boolean;
    };

/** What there is to show of the submitting of a document. */
export interface SubmissionView {
  /** True once it is known what earlier visits and other tabs left. */
  readonly isLoaded: boolean;
  readonly activity: 'none' | 'checking' | 'recording' | 'asking' | 'sending';
  /** The attempt under way, or the last one that is worth a word. */
  readonly attempt?: Attempt | undefined;
  /** The deployments that this document created, deleted ones too, for not warning of their names. */
  readonly own: readonly OwnDeployment[];
  /** True if it was read from the browser's storage: an earlier visit or another tab made it. */
  readonly isFromBefore: boolean;
  /** True while another tab sends it or looks for it. */
  readonly isElsewhere: boolean;
  /** True if it could not be recorded and lives in this page alone. */
  readonly isUnrecorded: boolean;
  readonly search?: Search | undefined;
  readonly refusal?: Refusal | undefined;
  readonly exchange?: Exchange | undefined;
}

/** Nothing was sent, and nobody has looked what earlier visits left. */
export const emptyView: SubmissionView = {
  isLoaded: false,
  activity: 'none',
  own: [],
  isFromBefore: false,
  isElsewhere: false,
  isUnrecorded: false,
};

/** What a person wants sent. */
export interface Wish extends Intent {
  /** The person knows of the attempt before, and wants another one. */
  readonly asNew?: boolean;
  /** The person knows that the attempt cannot be recorded. */
  readonly unrecorded?: boolean;
}

/** Asks for what opens a place, after a refusal or before anything was sent; resolves true if it was given. */
export type Ask = (place: NamedPlace, refusal?: SignInRefusal) => Promise<boolean>;

/** The submitting of one document: one intent, at most one create. */
export interface Submission {
  view(): SubmissionView;
  subscribe(listener: () => void): () => void;
  /** Reads what earlier visits and other tabs left, and goes on where they were torn away. */
  load(): Promise<void>;
  /** Sends, unless something is under way or may have happened. */
  submit(wish: Wish): Promise<void>;
  /** Gives up on the answer; what became of it is looked for then. */
  stopWaiting(): void;
  /** Looks now. */
  look(): void;
  stopLooking(): void;
  /** The person has seen the outcome and is done with it. */
  settle(): void;
  /**
   * A new document takes the place of the one that was sent: its finished attempts are put away. Returns a function
   * that brings them back, for undo.
   */
  startNew(): () => void;
  /** The deployment of the attempt with this key was found to be deleted. */
  markGone(key: string): void;
  /** Something happened that makes a waiting look worth while: online again, awake again, a new token. */
  wake(): void;
  /** Asks for what looking lacks, and looks with it. */
  signIn(): void;
  /** How to ask for a token, or for the access secret where that is wanted. */
  onSignInNeeded(ask: Ask | undefined): void;
  end(): void;
}
