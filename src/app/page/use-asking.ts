import { useCallback, useRef, useState } from 'react';
import type { SignInRefusal } from '#src/client/access.ts';
import { isSamePlace, type NamedPlace } from '#src/client/place.ts';

/** What a person is asked for before a place is open to them: a token, or the access secret of the server. */
export type Wanted = 'token' | 'access';

/** What is asked for, and where it will be used. */
interface Question {
  readonly wanted: Wanted;
  readonly place: NamedPlace;
  /** What was refused, if the question follows a refusal. */
  readonly refusal?: SignInRefusal | undefined;
}

interface Asking {
  /** What is asked for at the moment. */
  readonly question: Question | undefined;
  /**
   * Asks, and resolves to true if the person gave it. Whoever asks the same while the question stands gets its answer
   * too; whoever asks for something else meanwhile gets a no.
   */
  ask(wanted: Wanted, place: NamedPlace, refusal?: SignInRefusal): Promise<boolean>;
  /** Ends the question. */
  answer(isThere: boolean): void;
}

/** One question at a time to the person, over whatever the page shows. */
export function useAsking(): Asking {
  const [question, setQuestion] = useState<Question>();
  const standing = useRef<Question>(undefined);
  const waiting = useRef<((isThere: boolean) => void)[]>([]);
  const ask = useCallback(async (wanted: Wanted, place: NamedPlace, refusal?: SignInRefusal) => {
    const other = standing.current;
    if (other && !(other.wanted === wanted && isSamePlace(other.place, place))) return false;
    if (other === undefined) {
      standing.current = { wanted, place, refusal };
      setQuestion(standing.current);
    }
    return new Promise<boolean>((resolve) => waiting.current.push(resolve));
  }, []);
  const answer = useCallback((isThere: boolean) => {
    standing.current = undefined;
    setQuestion(undefined);
    for (const resolve of waiting.current.splice(0)) resolve(isThere);
  }, []);
  return { question, ask, answer };
}
