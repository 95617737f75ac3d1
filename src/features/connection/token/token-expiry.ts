/** After how long without input of the person a token is removed from the page, in milliseconds. */
export const IDLE_MS = 30 * 60 * 1000;

/** How long before its end a token is spoken of in the top bar, in milliseconds. */
export const WARN_MS = 30 * 60 * 1000;

/** A moment by both clocks of the page, in milliseconds. */
interface Moment {
  /** Since 1970, by the clock of this machine, which someone may set. */
  readonly wall: number;
  /** As performance.now() gives it: it never runs backwards, but may not count the time a machine sleeps. */
  readonly elapsed: number;
}

/** This moment. */
export function readMoment(): Moment {
  return { wall: Date.now(), elapsed: performance.now() };
}

/** The time between two moments in milliseconds: the longer one of what the two clocks say. */
export function timeBetween(from: Moment, to: Moment): number {
  return Math.max(to.wall - from.wall, to.elapsed - from.elapsed);
}

interface TokenTimes {
  /** When the token runs out, if anybody knows. */
  readonly expiresAt: number | undefined;
  /** The time by the clock of this machine, as that of `expiresAt`. */
  readonly now: number;
  /** How long ago the person last pressed a key or a button, in milliseconds. */
  readonly idleMs: number;
}

/** Why a token must leave the page now; undefined if it may stay. */
export function expiryReason({
  expiresAt,
  now,
  idleMs,
}: TokenTimes): 'expired' | 'idle' | undefined {
  if (expiresAt !== undefined && now >= expiresAt) return 'expired';
  return idleMs >= IDLE_MS ? 'idle' : undefined;
}
