import { useCallback, useSyncExternalStore } from 'react';

/** The time of a clock (by default milliseconds since 1970), rounded down to `everyMs`; renders at each step. */
export function useNow(everyMs: number, clock: () => number = Date.now): number {
  const subscribe = useCallback(
    (listener: () => void) => {
      const timer = setInterval(listener, everyMs);
      return () => clearInterval(timer);
    },
    [everyMs],
  );
  // Rounded, so that all reads during one render agree.
  return useSyncExternalStore(subscribe, () => Math.floor(clock() / everyMs) * everyMs);
}
