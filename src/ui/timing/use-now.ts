import { useCallback, useSyncExternalStore } from 'react';

/** The time of a clock, by default in milliseconds since 1970, in steps of `everyMs`; the component redraws at each. */
export function useNow(everyMs: number, clock: () => number = Date.now): number {
  const subscribe = useCallback(
    (listener: () => void) => {
      const timer = setInterval(listener, everyMs);
      return () => clearInterval(timer);
    },
    [everyMs],
  );
  // In steps, so that two readings during one render agree.
  return useSyncExternalStore(subscribe, () => Math.floor(clock() / everyMs) * everyMs);
}
