import type { Access, SignInRefusal } from '../queries/access.ts';
import type { Target } from '../targets/targets.ts';
import type { SignInKind } from './connection.ts';
import { noLists, type TargetLists } from './target-lists.ts';

/** The responses of the server and the target so far. */
export interface ConnectionState {
  /** Undefined until the server has responded. */
  readonly targets: readonly Target[] | undefined;
  readonly error: Error | null;
  /** The target of the session. */
  readonly target: Target | undefined;
  readonly access: Access | undefined;
  /** True if this browser had a session on the server and no longer has one. */
  readonly hasAccessEnded: boolean;
  readonly lists: TargetLists;
  readonly missing: SignInKind | undefined;
  readonly refusal: SignInRefusal | undefined;
}

export const noAnswers: ConnectionState = {
  targets: undefined,
  error: null,
  target: undefined,
  access: undefined,
  hasAccessEnded: false,
  lists: noLists,
  missing: undefined,
  refusal: undefined,
};

/** Reads the targets, the access state and the lists of the target until it is closed. */
export interface ConnectionReader {
  /** Returns the same object until something in it changes. */
  get(): ConnectionState;
  subscribe(listener: () => void): () => void;
  /** Loads the targets again. */
  retry(): void;
  close(): void;
}
