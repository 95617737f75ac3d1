import { startTransition, useEffect, useState } from 'react';
import { whenNeededLoaded } from './preload.ts';
import { whenIdle } from './when-idle.ts';

/** True once the page has been idle. Parts that the first step does not need wait for it, so that they load after it. */
export const useWasIdle = createReadyHook(whenIdle);

/** True once the code that the page needs soon is loaded. For parts that can come after it. */
export const useNeededIsLoaded = createReadyHook(whenNeededLoaded);

function createReadyHook(wait: (run: () => void) => void): () => boolean {
  let wasReady = false;
  return function useReady() {
    const [isReady, setReady] = useState(wasReady);
    useEffect(() => {
      if (isReady) return;
      wait(() => {
        wasReady = true;
        startTransition(() => setReady(true));
      });
    }, [isReady]);
    return isReady;
  };
}
