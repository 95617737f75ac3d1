import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { accessQuery, type Access } from '#src/client/access.ts';
import { useSession } from '#src/client/session.ts';
import { targetsQuery } from '#src/client/targets.ts';

/** What does not come from a target, and so does not depend on who asks. */
const ownKeys: readonly unknown[] = [targetsQuery.queryKey[0], accessQuery.queryKey[0]];

/**
 * Reads the lists of the target anew when somebody else asks for them: with another token, or with or without a
 * session of this browser. What was read before is forgotten, not shown to the next one.
 */
export function useFreshLists(access: Access | undefined, missing: 'token' | 'access' | undefined) {
  const queryClient = useQueryClient();
  const { token } = useSession();
  const state = access?.state;
  const before = useRef({ token, state });
  useEffect(() => {
    const { token: oldToken, state: oldState } = before.current;
    before.current = { token, state };
    // From no token to one the lists are other lists by their keys.
    const isOtherToken = oldToken !== '' && token !== '' && token !== oldToken;
    const isOtherState = oldState !== undefined && state !== oldState;
    if (!isOtherToken && !isOtherState) return;
    void queryClient.resetQueries({ predicate: ({ queryKey }) => !ownKeys.includes(queryKey[0]) });
  }, [token, state, queryClient]);
  useEffect(() => {
    // The session of this browser ended, and its state as we know it is old.
    if (missing === 'access')
      void queryClient.invalidateQueries({ queryKey: accessQuery.queryKey });
  }, [missing, queryClient]);
}
