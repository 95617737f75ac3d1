import { createContext, useContext } from 'react';
import type { Access, SignInRefusal } from '../queries/access.ts';
import type { NamedPlace } from '../session/place.ts';
import type { TargetState } from '../targets/target-state.ts';
import type { Target } from '../targets/targets.ts';
import { noLists, type TargetLists } from './target-lists.ts';

/** The user enters a token, or the access secret of the server. */
export type SignInKind = 'token' | 'access';

/** A sign-in requested from the user, and where it will be used. */
export interface SignInRequest {
  readonly kind: SignInKind;
  readonly place: NamedPlace;
  /** The refusal that caused the request. */
  readonly refusal: SignInRefusal | undefined;
}

/**
 * Asks the user to sign in, and resolves to true if they did. Callers that request the same sign-in share one dialog;
 * while another one is open, the result is false.
 */
export type RequestSignIn = (
  kind: SignInKind,
  place: NamedPlace,
  refusal?: SignInRefusal,
) => Promise<boolean>;

/** The state of the connection to the target, and the actions on it. */
export interface Connection {
  readonly targets: readonly Target[];
  /** The target of the session, or why it is unknown. */
  readonly targetState: TargetState;
  readonly access: Access | undefined;
  /** True if this browser had a session on the server and no longer has one. */
  readonly hasAccessEnded: boolean;
  readonly lists: TargetLists;
  /** The sign-in that the target required when it refused a list, and that refusal. */
  readonly missing: SignInKind | undefined;
  readonly refusal: SignInRefusal | undefined;
  /** The sign-in currently requested from the user. */
  readonly signInRequest: SignInRequest | undefined;
  requestSignIn: RequestSignIn;
  /** Closes the sign-in dialog. */
  finishSignIn(isSignedIn: boolean): void;
  /** True while the connection settings are open. */
  readonly isOpen: boolean;
  open(): void;
  close(): void;
}

export const ConnectionContext = createContext<Connection>({
  targets: [],
  targetState: { state: 'loading' },
  access: undefined,
  hasAccessEnded: false,
  lists: noLists,
  missing: undefined,
  refusal: undefined,
  signInRequest: undefined,
  requestSignIn: async () => false,
  finishSignIn: () => undefined,
  isOpen: false,
  open: () => undefined,
  close: () => undefined,
});

export function useConnection(): Connection {
  return useContext(ConnectionContext);
}
