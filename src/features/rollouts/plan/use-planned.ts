import { useMemo } from 'react';
import type { MissingForLists } from '#src/client/queries/missing-for-lists.ts';
import type { KeptPlan } from '#src/client/rollouts/plan-store.ts';
import { useSession } from '#src/client/session/session.ts';
import { targetPath } from '#src/client/session/target-path.ts';
import type { Text } from '#src/domain/core/text.ts';
import { readPlanTexts } from '#src/domain/rollout/plan-texts.ts';
import { toRolloutRequest } from '#src/domain/rollout/planned-rollout.ts';
import { waveEnds } from '#src/domain/rollout/waves.ts';
import type { CheckRequest, PlanCheck } from './check/check-plan.ts';
import { usePlanCheck } from './check/use-plan-check.ts';
import { useTargetState } from './check/use-target-state.ts';
import { namesOfPlan } from './plan-names.ts';
import { planWords as words } from './plan-words.ts';

/** Everything that follows from a plan: its request, its names and what is wrong with it. */
export function usePlanned({ rollout }: KeptPlan, lack: MissingForLists | undefined) {
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
  const { state, quota } = useTargetState(rollout, lack);
  const asked = useMemo(
    (): CheckRequest | undefined => request && { rollout, request, edition, generation, state },
    [rollout, request, edition, generation, state],
  );
  const found = usePlanCheck(asked);
  // The server checks everything again.
  const check = found === 'failed' ? nothingFound : found;
  return {
    session,
    plan,
    named,
    request,
    check,
    quota,
    /** The number of rows after each wave. */
    ends: useMemo(() => (plan && waveEnds(plan.waves, total)) ?? [], [plan, total]),
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
  if (check.general.length > 0) return check.general[0];
  const count = problemRows(check);
  return count > 0 ? words.notYet.problems(count) : undefined;
}

function problemRows({ byRow }: PlanCheck): number {
  let count = 0;
  for (const findings of byRow.values())
    if (findings.some(({ level }) => level === 'problem')) count++;
  return count;
}

/** The number of problems that every row has in its deployment: they come from the document. */
export function commonErrors(check: PlanCheck | undefined, total: number): number {
  if (check === undefined || total === 0 || check.byRow.size < total) return 0;
  const [first = []] = check.byRow.values();
  return first.filter(({ kind, path = '' }) => kind === 'request' && path.startsWith('/deployment'))
    .length;
}
