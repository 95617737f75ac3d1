/** After how long without input of the person a token is removed from the page, in milliseconds. */
export const IDLE_MS = 30 * 60 * 1000;

/** How long before its end a token is spoken of in the top bar, in milliseconds. */
export const WARN_MS = 30 * 60 * 1000;

interface TokenTimes {
  /** When the token runs out, if anybody knows. */
  readonly expiresAt: number | undefined;
  /** When the person last pressed a key or a button. */
  readonly lastInput: number;
  readonly now: number;
}

/** Why a token must leave the page now; undefined if it may stay. All times by the clock of this machine. */
export function tokenFate({
  expiresAt,
  lastInput,
  now,
}: TokenTimes): 'expired' | 'idle' | undefined {
  if (expiresAt !== undefined && now >= expiresAt) return 'expired';
  return now - lastInput >= IDLE_MS ? 'idle' : undefined;
}
