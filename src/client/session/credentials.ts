import type { Where } from './saved-place.ts';

/** The tokens of the user. They exist only in the memory of the page and are never stored. */
export interface Credentials {
  /** The IAM token for the target of the session, and for no other. */
  readonly token: string;
  /** By this machine's clock, in milliseconds since 1970; undefined if unknown. */
  readonly tokenExpiresAt: number | undefined;
  /** Why the page removed the last token; undefined after the user enters another. */
  readonly removedToken: RemovedToken | undefined;
  /** A token for another place, where the page looks up an attempt. */
  readonly elsewhere: TokenElsewhere | undefined;
  /** The last known difference of the target's clock to this machine's, in milliseconds; undefined if unknown. */
  readonly clockOffsetMs: number | undefined;
}

export interface RemovedToken {
  readonly reason: 'expired' | 'idle';
  /** By this machine's clock, in milliseconds since 1970. */
  readonly at: number;
}

/** A token for a place other than that of the connection. */
export interface TokenElsewhere extends Where {
  readonly token: string;
  readonly tokenExpiresAt: number | undefined;
}

export const noToken = { token: '', tokenExpiresAt: undefined } satisfies Partial<Credentials>;

export const noCredentials: Credentials = {
  ...noToken,
  removedToken: undefined,
  elsewhere: undefined,
  clockOffsetMs: undefined,
};
