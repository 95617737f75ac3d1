import { queryOptions } from '@tanstack/react-query';
import type { RolloutAction } from '#src/domain/rollout/rollout-body.ts';
import { placeKey, type Session } from '../session/session.ts';
import { proofHeaders } from './rollout-place.ts';
import { readOneRollout, readRollouts } from './rollout-requests.ts';
import type { ShownRollout } from './shown-rollout.ts';

/** Where a rollout stopped because of failures. */
export interface EarlierStop {
  readonly id: string;
  readonly firstName: string;
  /** From 1. */
  readonly wave: number;
  readonly atMs: number;
}

/** The rollouts that are searched, and those of them that are read. */
const SEARCHED = 50;
const MAX_STOPS = 3;

/** Where the last rollouts of deployments whose names begin in the same way stopped, newest first. */
export function earlierStopsQuery(session: Session, action: RolloutAction, names: string) {
  const { targetId, projectId } = session;
  return queryOptions<readonly EarlierStop[]>({
    queryKey: ['rollouts', 'stops', ...placeKey(session), action, names],
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const call = { headers: proofHeaders(undefined), signal };
      const { rollouts } = await readRollouts(call, SEARCHED);
      const likely = rollouts.filter(
        (one) =>
          one.action === action &&
          one.target === targetId &&
          one.projectId === projectId &&
          one.counts.failed > 0 &&
          (one.firstName === names || one.firstName.startsWith(`${names}-`)),
      );
      const read = likely.slice(0, MAX_STOPS).map(({ id }) => readOneRollout(id, call));
      const found = await Promise.all(read);
      return found.flatMap((one, index) => stopOf({ ...one, firstName: likely[index]!.firstName }));
    },
  });
}

function stopOf({ id, firstName, history = [] }: ShownRollout): EarlierStop[] {
  const last = history.findLast(({ state }) => state === 'stopped');
  if (last === undefined) return [];
  return [{ id, firstName, wave: last.wave, atMs: last.atMs }];
}
