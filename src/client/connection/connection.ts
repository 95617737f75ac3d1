import { createContext, useContext } from 'react';
import type { Access, SignInRefusal } from '../queries/access.ts';
import type { NamedPlace } from '../session/place.ts';
import type { TargetState } from '../targets/target-state.ts';
import type { Target } from '../targets/targets.ts';
import { noLists, type TargetLists } from './target-lists.ts';

/** What a person is asked for before a place is open: a token, or the access secret of the server. */
export type SignInKind = 'token' | 'access';

/** A sign-in that the person is asked for, and where it will be used. */
export interface SignInQuestion {
  readonly kind: SignInKind;
  readonly place: NamedPlace;
  /** The refusal that led to the question. */
  readonly refusal: SignInRefusal | undefined;
}

/**
 * Asks the person to sign in, and resolves to true if they did. Callers that ask for the same thing share one
 * question; while another question is open the answer is false.
 */
export type RequestSignIn = (
  kind: SignInKind,
  place: NamedPlace,
  refusal?: SignInRefusal,
) => Promise<boolean>;

/** What the page knows about the connection to its target, and what a person can do about it. */
export interface Connection {
  readonly targets: readonly Target[];
  /** The target of the session, or why it is unknown. */
  readonly known: TargetState;
  readonly access: Access | undefined;
  /** True if this browser had a session on the server and no longer has one. */
  readonly hasAccessEnded: boolean;
  readonly lists: TargetLists;
  /** What the target asked for when it refused a list, and that refusal. */
  readonly missing: SignInKind | undefined;
  readonly refusal: SignInRefusal | undefined;
  /** The sign-in that the person is being asked for. */
  readonly question: SignInQuestion | undefined;
  requestSignIn: RequestSignIn;
  /** Closes the question. */
  answer(isSignedIn: boolean): void;
  /** Whether the connection settings are open. */
  readonly isOpen: boolean;
  open(): void;
  close(): void;
}

/** A connection before any answer. */
export const ConnectionContext = createContext<Connection>({
  targets: [],
  known: { state: 'loading' },
  access: undefined,
  hasAccessEnded: false,
  lists: noLists,
  missing: undefined,
  refusal: undefined,
  question: undefined,
  requestSignIn: async () => false,
  answer: () => undefined,
  isOpen: false,
  open: () => undefined,
  close: () => undefined,
});

/** The connection of the page. */
export function useConnection(): Connection {
  return useContext(ConnectionContext);
}
