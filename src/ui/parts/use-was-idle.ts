import { startTransition, useEffect, useState } from 'react';
import { whenNeededLoaded } from './preload.ts';

let wasIdle = false;

/** True once the page has been idle. Parts that the first step does not need wait for it, so that they load after it. */
export function useWasIdle(): boolean {
  const [isReady, setReady] = useState(wasIdle);
  useEffect(() => {
    if (isReady) return;
    whenNeededLoaded(() => {
      wasIdle = true;
      startTransition(() => setReady(true));
    });
  }, [isReady]);
  return isReady;
}
