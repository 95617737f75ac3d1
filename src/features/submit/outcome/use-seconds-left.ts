import { useNow } from '#src/ui/timing/use-now.ts';

const TICK_MS = 500;
const IDLE_MS = 2 ** 31 - 1;

const elapsedClock = () => performance.now();

/** Whole seconds since a time of performance.now(). */
export function useSecondsSince(moment: number): number {
  return Math.max(0, Math.floor((useNow(TICK_MS, elapsedClock) - moment) / 1000));
}

/** Whole seconds until a time of performance.now(); 0 once it has passed. */
export function useSecondsLeft(moment: number): number {
  // Do not render every half second without a time to wait for.
  const now = useNow(moment > 0 ? TICK_MS : IDLE_MS, elapsedClock);
  return moment > 0 ? Math.max(0, Math.ceil((moment - now) / 1000)) : 0;
}

const moments = new Map<number, number>();

/**
 * Converts milliseconds since 1970 to a time of performance.now(). The result is cached, so that setting the system clock
 * back later does not make the user wait longer. 0 stays 0.
 */
export function toElapsedMoment(wallMs: number): number {
  const known = wallMs === 0 ? 0 : moments.get(wallMs);
  if (known !== undefined) return known;
  const moment = performance.now() + wallMs - Date.now();
  moments.set(wallMs, moment);
  return moment;
}
