import { useCallback, useRef, useState } from 'react';

/** What a person is asked for before a target is open to them: a token, or the access secret of the server. */
export type Wanted = 'token' | 'access';

interface Asking {
  /** What is asked for at the moment. */
  readonly wanted: Wanted | undefined;
  /** Asks, and resolves to true if the person gave it. Whoever asks while a question stands gets its answer too. */
  ask(wanted: Wanted): Promise<boolean>;
  /** Ends the question. */
  answer(isThere: boolean): void;
}

/** One question at a time to the person, over whatever the page shows. */
export function useAsking(): Asking {
  const [wanted, setWanted] = useState<Wanted>();
  const waiting = useRef<((isThere: boolean) => void)[]>([]);
  const ask = useCallback((next: Wanted) => {
    if (waiting.current.length === 0) setWanted(next);
    return new Promise<boolean>((resolve) => waiting.current.push(resolve));
  }, []);
  const answer = useCallback((isThere: boolean) => {
    setWanted(undefined);
    for (const resolve of waiting.current.splice(0)) resolve(isThere);
  }, []);
  return { wanted, ask, answer };
}
