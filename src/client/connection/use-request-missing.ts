import { useCallback } from 'react';
import type { SignInRefusal } from '../queries/access.ts';
import type { MissingForLists } from '../queries/missing-for-lists.ts';
import { placeOf } from '../session/place.ts';
import { getSession } from '../session/session.ts';
import { knownTarget } from '../targets/target-state.ts';
import { useConnection } from './connection.ts';

/**
 * Asks the user for what the lists need: to sign in, or to complete the connection settings. The dialog shows the
 * refusal that made it necessary.
 */
export function useRequestMissing(): (missing: MissingForLists, refusal?: SignInRefusal) => void {
  const { targetState, requestSignIn, open } = useConnection();
  return useCallback(
    (missing, refusal) => {
      const target = knownTarget(targetState);
      const isSignIn = missing === 'token' || missing === 'access';
      if (isSignIn && target) void requestSignIn(missing, placeOf(target, getSession()), refusal);
      else open();
    },
    [targetState, requestSignIn, open],
  );
}
