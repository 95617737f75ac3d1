import { useCallback, useRef, useState } from 'react';
import type { RequestSignIn, SignInQuestion } from '#src/client/connection/connection.ts';
import { isSamePlace } from '#src/client/session/place.ts';

interface OpenQuestion {
  readonly question: SignInQuestion | undefined;
  readonly requestSignIn: RequestSignIn;
  readonly answer: (isSignedIn: boolean) => void;
}

/** Asks the person to sign in, one question at a time. */
export function useSignInQuestion(): OpenQuestion {
  const [question, setQuestion] = useState<SignInQuestion>();
  const open = useRef<SignInQuestion>(undefined);
  const waiting = useRef<((isSignedIn: boolean) => void)[]>([]);
  const requestSignIn = useCallback<RequestSignIn>(async (kind, place, refusal) => {
    const other = open.current;
    if (other && !(other.kind === kind && isSamePlace(other.place, place))) return false;
    if (other === undefined) {
      open.current = { kind, place, refusal };
      setQuestion(open.current);
    }
    return new Promise<boolean>((resolve) => waiting.current.push(resolve));
  }, []);
  const answer = useCallback((isSignedIn: boolean) => {
    open.current = undefined;
    setQuestion(undefined);
    for (const resolve of waiting.current.splice(0)) resolve(isSignedIn);
  }, []);
  return { question, requestSignIn, answer };
}
