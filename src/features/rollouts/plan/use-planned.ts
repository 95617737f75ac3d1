import { useMemo } from 'react';
import type { KeptPlan } from '#src/client/rollouts/plan-store.ts';
import { useSession } from '#src/client/session/session.ts';
import { targetPath } from '#src/client/session/target-path.ts';
import type { Text } from '#src/domain/core/text.ts';
import { readPlanTexts } from '#src/domain/rollout/plan-texts.ts';
import { toRolloutRequest } from '#src/domain/rollout/planned-rollout.ts';
import { waveEnds } from '#src/domain/rollout/waves.ts';
import { namesOfPlan } from './plan-names.ts';
import { planWords as words } from './plan-words.ts';
import type { PlanCheck } from './check/check-plan.ts';
import { usePlanCheck } from './check/use-plan-check.ts';

/** Everything that follows from a plan: its request, its names and what is wrong with it. */
export function usePlanned({ rollout }: KeptPlan) {
  const session = useSession();
  const { rows, settings } = rollout;
  const total = rows.length;
  const { plan } = useMemo(() => readPlanTexts(settings, total), [settings, total]);
  const named = useMemo(() => namesOfPlan(rollout), [rollout]);
  const { edition, generation, projectId, targetId } = session;
  const instanceId = targetPath(session, 'v3', '').headers['ief-instance-id'] ?? '';
  const request = useMemo(() => {
    if (plan === undefined || total === 0) return undefined;
    return toRolloutRequest(rollout, plan, { target: targetId, projectId, instanceId, generation });
  }, [rollout, plan, total, targetId, projectId, instanceId, generation]);
  const found = usePlanCheck(request, { edition, generation });
  // The server checks everything again.
  const check = found === 'failed' ? nothingFound : found;
  return {
    session,
    plan,
    named,
    request,
    check,
    /** The number of rows after each wave. */
    ends: plan && (waveEnds(plan.waves, total) ?? []),
    obstacle: obstacleOf(total, plan !== undefined, check),
  };
}

const nothingFound: PlanCheck = { general: [], byRow: new Map() };

/** Why a plan cannot start yet. */
function obstacleOf(
  total: number,
  isSettled: boolean,
  check: PlanCheck | undefined,
): Text | undefined {
  if (total === 0) return words.notYet.nodes;
  if (!isSettled) return words.notYet.settings;
  if (check === undefined) return words.notYet.checking;
  if (check.general.length > 0) return check.general[0]!.message;
  return check.byRow.size > 0 ? words.notYet.problems(check.byRow.size) : undefined;
}

/** The number of problems that every row has in its deployment: they come from the document. */
export function commonErrors(check: PlanCheck | undefined, total: number): number {
  if (check === undefined || total === 0 || check.byRow.size < total) return 0;
  const [first = []] = check.byRow.values();
  return first.filter(({ path = '' }) => path.startsWith('/deployment')).length;
}
