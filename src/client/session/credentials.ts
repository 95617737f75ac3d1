import type { Where } from './saved-place.ts';

/** The tokens of the user and what the page knows about their time. Only in the memory of the page, never stored. */
export interface Credentials {
  /** IAM token for a live target, given for that target alone. */
  readonly token: string;
  /** When the token expires, in milliseconds since 1970 by this machine's clock; undefined if unknown. */
  readonly tokenExpiresAt: number | undefined;
  /** Why the page removed the last token; undefined after the user enters the next one. */
  readonly tokenGone: TokenGone | undefined;
  /** A token given for another place, where the page looks for an attempt. */
  readonly elsewhere: TokenElsewhere | undefined;
  /** The target's clock minus this machine's, as last seen, in milliseconds; undefined if unknown. */
  readonly clockOffsetMs: number | undefined;
}

/** Why and when a token left the page, in milliseconds since 1970 by this machine's clock. */
export interface TokenGone {
  readonly why: 'expired' | 'idle';
  readonly at: number;
}

/** A token for one place that is not the place of the connection. */
export interface TokenElsewhere extends Where {
  readonly token: string;
  readonly tokenExpiresAt: number | undefined;
}

/** What removes the token of the connection. */
export const noToken = { token: '', tokenExpiresAt: undefined } satisfies Partial<Credentials>;

export const noCredentials: Credentials = {
  ...noToken,
  tokenGone: undefined,
  elsewhere: undefined,
  clockOffsetMs: undefined,
};
