import { queryOptions } from '@tanstack/react-query';
import { placeKey, type Session } from '../session/session.ts';
import type { ShownRollout, ShownState } from './shown-rollout.ts';
import { proofHeaders } from './rollout-place.ts';
import { isRolloutRefusal } from './rollout-refusal.ts';
import { readRollouts, type RolloutPage } from './rollout-requests.ts';

const BUSY_POLL_MS = 3_000;
const QUIET_POLL_MS = 15_000;

/** The newest rollouts that this page may see; read more often while one is unfinished. */
export function rolloutsQuery(session: Session, limit: number) {
  return queryOptions<RolloutPage>({
    queryKey: ['rollouts', ...placeKey(session), limit],
    staleTime: 0,
    refetchOnWindowFocus: true,
    // It is read again anyway, and a failure is shown at once.
    retry: false,
    refetchInterval: ({ state: { data, error } }) => {
      if (isRolloutRefusal(error)) return false;
      const isBusy = data?.rollouts.some(({ endedMs }) => endedMs === undefined) ?? true;
      return isBusy ? BUSY_POLL_MS : QUIET_POLL_MS;
    },
    queryFn: async ({ signal }) =>
      readRollouts({ headers: proofHeaders(undefined), signal }, limit),
  });
}

/** The most rollouts that are searched for linked ones. */
const SEARCHED = 200;

/** The rollouts that retry a rollout or roll it back, newest first; read again when its state changes. */
export function linkedQuery(id: string, state: ShownState) {
  return queryOptions<readonly ShownRollout[]>({
    queryKey: ['rollouts', 'linked', id, state],
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const { rollouts } = await readRollouts(
        { headers: proofHeaders(undefined), signal },
        SEARCHED,
      );
      return rollouts.filter(({ retryOf, rollBackOf }) => retryOf === id || rollBackOf === id);
    },
  });
}
