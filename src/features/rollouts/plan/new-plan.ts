import type { KeptPlan, PlannedDraft } from '#src/client/rollouts/plan-store.ts';
import type { Where } from '#src/client/session/saved-place.ts';
import { toPlanTexts } from '#src/domain/rollout/plan-texts.ts';
import type { PlannedRollout } from '#src/domain/rollout/planned-rollout.ts';
import { asObject } from '#src/json/value.ts';

/** A plan for a document. A plan that was begun keeps its nodes, names and settings. */
export function newPlan({ id, document }: PlannedDraft, where: Where, begun?: KeptPlan): KeptPlan {
  const { targetId, projectId, edition, instanceId } = where;
  const body = asObject(document);
  const name = typeof body.name === 'string' ? body.name : '';
  const before = begun?.rollout.action === 'create' ? begun.rollout : undefined;
  return {
    where: { targetId, projectId, edition, instanceId },
    source: name,
    draftId: id,
    rollout: {
      action: 'create',
      kind: before?.kind ?? 'node',
      rows: before?.rows ?? [],
      namePattern: before?.namePattern ?? `${name}-{{n}}`,
      settings: before?.settings ?? toPlanTexts(),
      body,
    },
  };
}

/** A plan that updates or deletes existing deployments. */
export function planForDeployments(
  action: 'update' | 'delete',
  deployments: readonly { readonly id: string; readonly name: string }[],
  { targetId, projectId, edition, instanceId }: Where,
): KeptPlan {
  return {
    where: { targetId, projectId, edition, instanceId },
    source: '',
    rollout: {
      action,
      kind: 'deployment',
      body: undefined,
      namePattern: '',
      rows: deployments.map(({ id, name }) => ({ id, name })),
      settings: toPlanTexts(),
    },
  };
}

/** A plan that was read from a file. */
export function planOfFile(
  rollout: PlannedRollout,
  { targetId, projectId, edition, instanceId }: Where,
): KeptPlan {
  const name = rollout.body?.name;
  return {
    where: { targetId, projectId, edition, instanceId },
    source: typeof name === 'string' ? name : '',
    rollout,
  };
}
