/** The page removes a token after this time without user input, in milliseconds. */
export const IDLE_MS = 30 * 60 * 1000;

/** The top bar shows the remaining time of a token this long before it expires, in milliseconds. */
export const WARN_MS = 30 * 60 * 1000;

/** A time by both clocks of the page, in milliseconds. */
interface PageTime {
  /** Since 1970, by the clock of this machine, which users can change. */
  readonly wall: number;
  /** By performance.now(), which never runs backwards, but may stop while the machine sleeps. */
  readonly elapsed: number;
}

export function readTime(): PageTime {
  return { wall: Date.now(), elapsed: performance.now() };
}

/** The time between two moments in milliseconds: the longer of the times that the two clocks measured. */
export function timeBetween(from: PageTime, to: PageTime): number {
  return Math.max(to.wall - from.wall, to.elapsed - from.elapsed);
}

interface TokenTimes {
  /** By the clock of this machine; undefined if unknown. */
  readonly expiresAt: number | undefined;
  readonly now: number;
  /** Since the last user input, in milliseconds. */
  readonly idleMs: number;
}

/** Why a token must be removed now; undefined if it can stay. */
export function removalReason({
  expiresAt,
  now,
  idleMs,
}: TokenTimes): 'expired' | 'idle' | undefined {
  if (expiresAt !== undefined && now >= expiresAt) return 'expired';
  return idleMs >= IDLE_MS ? 'idle' : undefined;
}
