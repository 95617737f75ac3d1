import type { Json, JsonObject } from '#src/json/value.ts';
import type { Generation } from '#src/domain/core/context.ts';
import type { RolloutAction, SubjectKind } from './rollout-body.ts';
import type { PlanTexts } from './plan-texts.ts';
import type { RolloutPlan } from './waves.ts';

/** A node, group or deployment of a rollout that is being planned. */
export interface PlannedRow {
  readonly id: string;
  /** The name of the node, group or deployment, if it is known. */
  readonly name?: string | undefined;
  /** Other values of this row, by JSON pointer. */
  readonly values?: Readonly<Record<string, Json>> | undefined;
  /** Its own variables. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
}

/** A rollout that is being planned. */
export interface PlannedRollout {
  readonly action: RolloutAction;
  readonly kind: SubjectKind;
  /** Absent for a delete. */
  readonly body: JsonObject | undefined;
  readonly namePattern: string;
  /** In the order of sending. */
  readonly rows: readonly PlannedRow[];
  readonly settings: PlanTexts;
}

/** Where a rollout will run. */
export interface RolloutPlace {
  readonly target: string;
  readonly projectId: string;
  /** Empty for the professional edition. */
  readonly instanceId: string;
  readonly generation: Generation;
}

const rowKeys = { node: 'nodes', group: 'groups', deployment: 'deployments' } as const;

/** The body of `POST /api/rollouts`, which is also the file that the command line runs. */
export function toRolloutRequest(
  { action, kind, body, namePattern, rows }: PlannedRollout,
  plan: RolloutPlan,
  { instanceId, ...place }: RolloutPlace,
): JsonObject {
  return {
    ...place,
    ...(instanceId !== '' && { instanceId }),
    action,
    ...(body !== undefined && { body }),
    ...(action === 'create' && { namePattern }),
    [rowKeys[kind]]: rows.map(toRequestRow),
    plan: { ...plan },
  };
}

function toRequestRow({ id, name, values, columns }: PlannedRow): JsonObject {
  return {
    ...columns,
    id,
    ...(name !== undefined && { name }),
    ...(values !== undefined && { values }),
  };
}
