import { useCallback, useMemo } from 'react';
import type { MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import type { KeptPlan } from '#src/client/rollouts/plan-store.ts';
import { useSession } from '#src/client/session/session.ts';
import { targetPath } from '#src/client/session/target-path.ts';
import type { Text } from '#src/domain/core/text.ts';
import { readPlanTexts } from '#src/domain/rollout/plan-texts.ts';
import { toRolloutRequest } from '#src/domain/rollout/planned-rollout.ts';
import { waveEnds } from '#src/domain/rollout/waves.ts';
import { isElsewhere } from './notes/place-change.ts';
import { planWords as words } from './plan-words.ts';
import type { PlanCheck } from './worker/check-plan.ts';
import type { PlanWorker } from './worker/create-plan-worker.ts';
import { usePlanCheck, type AskedCheck } from './worker/use-plan-check.ts';
import { useTargetState } from './worker/use-target-state.ts';

/** Everything that follows from a plan: its request, and what is wrong with it. */
export function usePlanned(
  { where, rollout }: KeptPlan,
  lack: MissingForLists | undefined,
  worker: PlanWorker,
) {
  const session = useSession();
  const { rows, settings } = rollout;
  const total = rows.length;
  const { plan } = useMemo(() => readPlanTexts(settings, total), [settings, total]);
  const { edition, generation, projectId, targetId } = session;
  const instanceId = targetPath(session, 'v3', '').headers['ief-instance-id'] ?? '';
  const place = useMemo(
    () => ({ target: targetId, projectId, instanceId, generation }),
    [targetId, projectId, instanceId, generation],
  );
  const { nodes, hasAllNodes, deployments, quota } = useTargetState(lack);
  const asked = useMemo((): AskedCheck | undefined => {
    if (plan === undefined || rollout.rows.length === 0) return undefined;
    const { rows, ...rest } = rollout;
    return {
      subject: { rollout: rest, plan, place, edition, generation, hasAllNodes },
      lists: { rows, nodes, deployments },
    };
  }, [rollout, plan, place, edition, generation, hasAllNodes, nodes, deployments]);
  const checked = usePlanCheck(worker, asked);
  const [check, lastCheck] = [orNothing(checked.check), orNothing(checked.last)];
  const makeRequest = useCallback(
    () =>
      plan === undefined || rollout.rows.length === 0
        ? undefined
        : toRolloutRequest(rollout, plan, place),
    [rollout, plan, place],
  );
  return {
    session,
    plan,
    nodes,
    /** The body of the request that starts it; undefined if it cannot be made yet. */
    makeRequest,
    check,
    lastCheck,
    /** The index of the row whose name was the longest when it was last checked. */
    longest: lastCheck?.longest ?? 0,
    quota,
    /** The number of rows after each wave. */
    ends: useMemo(() => (plan && waveEnds(plan.waves, total)) ?? [], [plan, total]),
    obstacle: isElsewhere(where, session)
      ? words.notYet.elsewhere
      : obstacleOf(total, plan !== undefined, check),
  };
}

const nothingFound: PlanCheck = {
  general: [],
  byRow: new Map(),
  problems: 0,
  warnings: 0,
  longest: 0,
};

/** A check that failed finds nothing, because the server checks everything again. */
function orNothing(check: PlanCheck | 'failed' | undefined): PlanCheck | undefined {
  return check === 'failed' ? nothingFound : check;
}

/** Why a plan cannot start yet. */
function obstacleOf(
  total: number,
  isSettled: boolean,
  check: PlanCheck | undefined,
): Text | undefined {
  if (total === 0) return words.notYet.nodes;
  if (!isSettled) return words.notYet.settings;
  if (check === undefined) return words.notYet.checking;
  if (check.general.length > 0) return check.general[0];
  return check.problems > 0 ? words.notYet.problems(check.problems) : undefined;
}

/** The number of problems that every row has in its deployment: they come from the document. */
export function commonErrors(check: PlanCheck | undefined, total: number): number {
  if (check === undefined || total === 0 || check.byRow.size < total) return 0;
  const [first = []] = check.byRow.values();
  return first.filter(({ kind, path = '' }) => kind === 'request' && path.startsWith('/deployment'))
    .length;
}
