import { useQuery, type QueryState } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { showDeployment } from '#src/client/deployments.ts';
import { tokenFor } from '#src/client/place.ts';
import { queryClient } from '#src/client/query-client.ts';
import { useSession, whereOf } from '#src/client/session.ts';
import type { Attempt, AttemptAnswer } from '../attempt/attempt.ts';
import { nextPoll, watchState, type Reading, type WatchState } from './poll-plan.ts';

/** The watch over a created deployment, as the page shows it. */
export interface Watched {
  readonly state: WatchState;
  readonly reading: Reading;
  /** When the service was last asked with success, milliseconds since 1970; 0 if never. */
  readonly checkedAt: number;
  readonly isChecking: boolean;
  /** Why the last question failed. */
  readonly error: Error | undefined;
  /** Asks now, and watches for another while. */
  again(): void;
}

/**
 * Asks every few seconds how a created deployment is, at the place it was created, until it is ready, gone, or the time
 * is over. A page in the background does not ask; it asks when it comes to the front.
 */
export function useWatch({ place, name }: Attempt, { id }: AttemptAnswer): Watched {
  const session = useSession();
  const [since, setSince] = useState(Date.now);
  const token = tokenFor(place);
  const lacksToken = place.needsToken && token === '';
  const query = useQuery(
    {
      queryKey: ['created deployment', ...whereOf({ ...session, ...place, token }), id],
      queryFn: async ({ signal }): Promise<Reading> =>
        (await showDeployment(place, { id, name }, signal)) ?? 'gone',
      enabled: !lacksToken,
      retry: false,
      staleTime: 0,
      refetchOnWindowFocus: ({ state }) =>
        nextPoll({ reading: state.data, error: state.error, elapsedMs: 0 }) !== false,
      // By the time of the last answer, as the state below: the clock would end the questions without a last answer.
      refetchInterval: ({ state }) =>
        nextPoll({ reading: state.data, error: state.error, elapsedMs: answeredAt(state) - since }),
    },
    queryClient,
  );
  const { data: reading, error, refetch } = query;
  // A token that was given meanwhile is tried.
  const lastToken = useRef(token);
  useEffect(() => {
    if (lastToken.current === token) return;
    lastToken.current = token;
    if (token !== '' && error !== null) void refetch();
  }, [token, error, refetch]);
  const elapsedMs = answeredAt(query) - since;
  return {
    state: lacksToken ? 'needsSignIn' : watchState({ reading, error, elapsedMs }),
    reading,
    checkedAt: query.dataUpdatedAt,
    isChecking: query.isFetching,
    error: error ?? undefined,
    again() {
      setSince(Date.now());
      void refetch();
    },
  };
}

/** When the last question was answered, well or badly; milliseconds since 1970, 0 if never. */
function answeredAt({
  dataUpdatedAt,
  errorUpdatedAt,
}: Pick<QueryState, 'dataUpdatedAt' | 'errorUpdatedAt'>): number {
  return Math.max(dataUpdatedAt, errorUpdatedAt);
}
