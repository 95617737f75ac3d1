import { useCallback } from 'react';
import type { MissingForLists } from '../queries/missing-for-lists.ts';
import { placeOf } from '../session/place.ts';
import { getSession } from '../session/session.ts';
import { knownTarget } from '../targets/target-state.ts';
import { useConnection } from './connection.ts';

/** Asks the user for what the lists need: to sign in, or to complete the connection settings. */
export function useRequestMissing(): (missing: MissingForLists) => void {
  const { targetState, requestSignIn, open } = useConnection();
  return useCallback(
    (missing) => {
      const target = knownTarget(targetState);
      const isSignIn = missing === 'token' || missing === 'access';
      if (isSignIn && target) void requestSignIn(missing, placeOf(target, getSession()));
      else open();
    },
    [targetState, requestSignIn, open],
  );
}
