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

export interface DeploymentWatch {
  readonly state: WatchState;
  readonly reading: DeploymentReading;
  /** Time of the last response, milliseconds since 1970; 0 if none. */
  readonly checkedAt: number;
  readonly isChecking: boolean;
  /** Why the last poll failed. */
  readonly error: Error | undefined;
  /** Polls now, and starts a new watch. */
  restart(): void;
}

/**
 * Polls a created deployment at its place until it is ready, deleted, or the watch has timed out. A page in the background
 * does not poll; it polls when it becomes visible.
 */
export function useWatch(
  { place, name }: Attempt,
  { id }: AttemptAnswer,
  onDeleted: () => void,
): DeploymentWatch {
  // Renders again when the token in the session changes.
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
      // Measured at the last response, like `state` below. Measured now, polling could end before the last response.
      refetchInterval: ({ state }) =>
        nextPollDelay({ ...watchOf(state), elapsedMs: respondedAt(state) - since }),
    },
    queryClient,
  );
  const { error, refetch } = query;
  // Retry at once with a new token if the last one was refused.
  const lastToken = useRef(token);
  useEffect(() => {
    if (lastToken.current === token) return;
    lastToken.current = token;
    if (token !== '' && error !== null) void refetch();
  }, [token, error, refetch]);
  return {
    state: lacksToken
      ? 'needsSignIn'
      : watchState({ ...watchOf(query), elapsedMs: respondedAt(query) - since }),
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

/** Time of the last response or error, milliseconds since 1970; 0 if none. */
function respondedAt({
  dataUpdatedAt,
  errorUpdatedAt,
}: Pick<QueryState, 'dataUpdatedAt' | 'errorUpdatedAt'>): number {
  return Math.max(dataUpdatedAt, errorUpdatedAt);
}
