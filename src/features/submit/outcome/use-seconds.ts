import { useSyncExternalStore } from 'react';

const TICK_MS = 500;
const listeners = new Set<() => void>();
let now = read();
let timer: ReturnType<typeof setInterval> | undefined;

/** The milliseconds of performance.now(), drawn again twice a second. */
export function useNow(): number {
  return useSyncExternalStore(listen, snapshot);
}

/** Whole seconds until a moment of performance.now(), 0 when it is over. */
export function useSecondsLeft(until: number): number {
  const time = useSyncExternalStore(until > 0 ? listen : listenNot, snapshot);
  return Math.max(0, Math.ceil((until - time) / 1000));
}

const moments = new Map<number, number>();

/**
 * A moment in milliseconds since 1970 as one of performance.now(). Reckoned when first asked for and kept, so that what
 * waits for it waits no longer when someone sets the clock of the machine back meanwhile. 0 stays 0.
 */
export function toElapsedMoment(wallMs: number): number {
  const known = wallMs === 0 ? 0 : moments.get(wallMs);
  if (known !== undefined) return known;
  const moment = performance.now() + wallMs - Date.now();
  moments.set(wallMs, moment);
  return moment;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = read();
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function listenNot(): () => void {
  return () => {};
}

function snapshot(): number {
  // Nobody kept it while nobody listened.
  if (timer === undefined) now = read();
  return now;
}

/** In steps, so that two readings of one drawing are the same. */
function read(): number {
  return Math.floor(performance.now() / TICK_MS) * TICK_MS;
}
