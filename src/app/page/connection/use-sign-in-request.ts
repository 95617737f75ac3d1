import { useCallback, useEffect, useRef, useState } from 'react';
import type { RequestSignIn, SignInRequest } from '#src/client/connection/connection.ts';
import { isSamePlace } from '#src/client/session/place.ts';

interface SignInState {
  /** The sign-in currently requested from the user. */
  readonly signInRequest: SignInRequest | undefined;
  readonly requestSignIn: RequestSignIn;
  readonly finishSignIn: (isSignedIn: boolean) => void;
}

/** Asks the user to sign in, one dialog at a time. */
export function useSignInRequest(): SignInState {
  const [signInRequest, setSignInRequest] = useState<SignInRequest>();
  const openRequest = useRef<SignInRequest>(undefined);
  const waiting = useRef<((isSignedIn: boolean) => void)[]>([]);
  const requestSignIn = useCallback<RequestSignIn>(async (kind, place, refusal) => {
    const other = openRequest.current;
    if (other && !(other.kind === kind && isSamePlace(other.place, place))) return false;
    if (other === undefined) {
      openRequest.current = { kind, place, refusal };
      setSignInRequest(openRequest.current);
    }
    return new Promise<boolean>((resolve) => waiting.current.push(resolve));
  }, []);
  const finishSignIn = useCallback((isSignedIn: boolean) => {
    openRequest.current = undefined;
    setSignInRequest(undefined);
    for (const resolve of waiting.current.splice(0)) resolve(isSignedIn);
  }, []);
  // Work that goes on without this page must not wait for its dialog.
  useEffect(() => () => finishSignIn(false), [finishSignIn]);
  return { signInRequest, requestSignIn, finishSignIn };
}
