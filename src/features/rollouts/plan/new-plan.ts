import type { KeptPlan, PlannedDraft } from '#src/client/rollouts/plan-store.ts';
import type { Where } from '#src/client/session/saved-place.ts';
import { toPlanTexts } from '#src/domain/rollout/plan-texts.ts';
import type { PlanFile } from '#src/domain/rollout/read-plan-file.ts';
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

/** A plan that was read from a file. It is for the place that the file names, whose IDs it has. */
export function planOfFile({ place, ...rollout }: PlanFile, connected: Where): KeptPlan {
  const name = rollout.body?.name;
  const { targetId, projectId, edition, instanceId } = place ? whereOf(place) : connected;
  return {
    where: { targetId, projectId, edition, instanceId },
    source: typeof name === 'string' ? name : '',
    rollout,
  };
}

function whereOf({ target, projectId, instanceId }: NonNullable<PlanFile['place']>): Where {
  const edition = instanceId === '' ? 'professional' : 'platinum';
  return { targetId: target, projectId, edition, instanceId };
}
