import { useQuery, type QueryState } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { deploymentKey, showDeployment } from '#src/client/queries/deployments.ts';
import { tokenFor } from '#src/client/session/place.ts';
import { queryClient } from '#src/client/queries/query-client.ts';
import { useSession } from '#src/client/session/session.ts';
import {
  nextPollDelay,
  watchState,
  type DeploymentReading,
  type WatchState,
} from '#src/domain/lookup/readiness.ts';
import type { Attempt, AttemptAnswer } from '../attempt/attempt.ts';
import { toLookupError } from '../submission/lookup-error.ts';

/** The watch over a created deployment, as the page shows it. */
export interface DeploymentWatch {
  readonly state: WatchState;
  readonly reading: DeploymentReading;
  /** When the service last answered, milliseconds since 1970; 0 if never. */
  readonly checkedAt: number;
  readonly isChecking: boolean;
  /** Why the last poll failed. */
  readonly error: Error | undefined;
  /** Polls now, and starts a new watch. */
  restart(): void;
}

/**
 * Polls a created deployment, at the place it was created, until it is ready, gone, or the watch is over. A page in the
 * background does not poll; it polls when it becomes visible.
 */
export function useWatch(
  { place, name }: Attempt,
  { id }: AttemptAnswer,
  onDeleted: () => void,
): DeploymentWatch {
  // The query depends on the token, which is in the session.
  useSession();
  const [since, setSince] = useState(Date.now);
  const token = tokenFor(place);
  const lacksToken = place.needsToken && token === '';
  const query = useQuery(
    {
      queryKey: deploymentKey(place, id),
      queryFn: async ({ signal }): Promise<DeploymentReading> => {
        const record = await showDeployment(place, { id, name }, signal);
        if (record === undefined) onDeleted();
        return record ?? 'gone';
      },
      enabled: !lacksToken,
      retry: false,
      staleTime: 0,
      refetchOnWindowFocus: ({ state }) =>
        nextPollDelay({ ...watchOf(state), elapsedMs: 0 }) !== false,
      // By the time of the last answer, as the state below: by the clock, the polls would end without a last answer.
      refetchInterval: ({ state }) =>
        nextPollDelay({ ...watchOf(state), elapsedMs: answeredAt(state) - since }),
    },
    queryClient,
  );
  const { error, refetch } = query;
  // A new token is tried at once where the last one was refused.
  const lastToken = useRef(token);
  useEffect(() => {
    if (lastToken.current === token) return;
    lastToken.current = token;
    if (token !== '' && error !== null) void refetch();
  }, [token, error, refetch]);
  return {
    state: lacksToken
      ? 'needsSignIn'
      : watchState({ ...watchOf(query), elapsedMs: answeredAt(query) - since }),
    reading: query.data,
    checkedAt: query.dataUpdatedAt,
    isChecking: query.isFetching,
    error: error ?? undefined,
    restart() {
      setSince(Date.now());
      void refetch();
    },
  };
}

function watchOf({ data, error }: Pick<QueryState<DeploymentReading>, 'data' | 'error'>) {
  return { reading: data, error: error === null ? undefined : toLookupError(error) };
}

/** When the last poll was answered, well or badly; milliseconds since 1970, 0 if never. */
function answeredAt({
  dataUpdatedAt,
  errorUpdatedAt,
}: Pick<QueryState, 'dataUpdatedAt' | 'errorUpdatedAt'>): number {
  return Math.max(dataUpdatedAt, errorUpdatedAt);
}
