import { rolloutPlanSchema } from '#src/domain/rollout/rollout-plan.ts';
import { waveEnds } from '#src/domain/rollout/waves.ts';
import type { Json } from '#src/json/value.ts';
import type { RolloutRow } from '#src/server/rollouts/rows/claim-rows.ts';
import { countRows } from '#src/server/rollouts/rows/count-rows.ts';
import {
  insertRollout,
  NamesTaken,
  type NewRollout,
  type NewRow,
} from '#src/server/rollouts/rows/insert-rollout.ts';
import { findRolloutBody, type RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';
import { LEASE_MS } from '#src/server/rollouts/work/lease.ts';
import type { RowRestore } from '#src/server/rollouts/actions/row-action.ts';
import { readBaseline } from '#src/server/rollouts/actions/row-baseline.ts';
import type { RowState } from '#src/server/store/schema.ts';
import { abortRollout, refuseState, requireRoom } from './change-rollout.ts';
import type { RolloutService } from './rollout-service.ts';

/** A new rollout of the rows that failed, or are in other states that are given. Returns its ID. */
export async function retryRollout(
  service: RolloutService,
  record: RolloutRecord,
  token: string,
  states: readonly RowState[] = ['failed'],
): Promise<string> {
  if (record.state === 'running')
    throw refuseState('A running rollout cannot be retried. Pause it first.');
  if (record.erased_at !== null) throw erased();
  await requireRoom(service, record.target, record.id);
  await refuseSecond(service, 'retry_of', record.id, 'An earlier retry has not ended yet.');
  const failed = (await rowsOf(service, record)).filter(({ state }) => states.includes(state));
  if (failed.length === 0) throw refuseState('No row has failed.');
  return insertLinked(service, record, token, {
    action: record.action,
    kind: record.kind,
    body: await findRolloutBody(service.store, record.id),
    plan: rolloutPlanSchema.parse(JSON.parse(record.plan)),
    rows: failed.map((row) => ({
      subject: row.subject,
      name: row.name,
      nodeName: row.node_name ?? undefined,
      values:
        row.values_json === null
          ? undefined
          : (JSON.parse(row.values_json) as Record<string, Json>),
      // The target has taken it over and it is only not ready: it must not be sent again.
      deploymentId: mustBeSent(row) ? undefined : (row.deployment_id ?? undefined),
      baseline: row.baseline,
      restore: row.restore,
    })),
    retryOf: record.id,
  });
}

/** Deleted or rolled back since it was sent. */
function mustBeSent({ error_code: code }: Pick<RolloutRow, 'error_code'>): boolean {
  return code === 'gone' || code === 'rolled_back';
}

/**
 * A new rollout that undoes another: it deletes what was created, sends the previous bodies of what was
 * updated, and creates again what was deleted. A rollout that has not ended is aborted. Returns the ID of the new one.
 */
export async function rollBackRollout(
  service: RolloutService,
  record: RolloutRecord,
  token: string,
): Promise<string> {
  const { id, state, action } = record;
  if (state === 'running' || state === 'needs-token') {
    throw refuseState('A running rollout cannot be rolled back. Pause it first.');
  }
  if (record.erased_at !== null && action !== 'create') throw erased();
  await requireRoom(service, record.target, record.id);
  await refuseSecond(service, 'rollback_of', id, 'An earlier roll back has not ended yet.');
  const { sending, unknown } = await countRows(service.store, id);
  if (sending + unknown > 0) {
    throw refuseState('Some outcomes are not known yet. Try again once they are.');
  }
  const rows = (await rowsOf(service, record)).flatMap((row) => takenBack(row, action));
  if (rows.length === 0) throw refuseState('The rollout has changed nothing.');
  if (record.ended_at === null && state !== 'aborted') await abortRollout(service, record);
  const plan = rolloutPlanSchema.parse(JSON.parse(record.plan));
  return insertLinked(service, record, token, {
    action: reverse[action],
    kind: 'deployment',
    body: null,
    // As many as possible are restored, without waves and without a stop.
    plan: { ...plan, waves: ['100%'], gate: 'auto', stopAt: '100%' },
    rows,
    rollbackOf: id,
  });
}

const reverse = { create: 'delete', update: 'update', delete: 'create' } as const;

/** The row that takes one back; none if nothing was done. */
function takenBack(row: RolloutRow, action: RolloutRecord['action']): readonly NewRow[] {
  const { deployment_id: deploymentId, error_code: code, unsettled_since: unsettled } = row;
  if (code === 'gone') return [];
  if (action === 'create') {
    if (deploymentId === null) return [];
    return [{ subject: deploymentId, name: row.name, values: undefined }];
  }
  const { previous, sent, nodes = [] } = readBaseline(row) ?? {};
  if (previous === undefined) return [];
  const restored = (restore: RowRestore): readonly NewRow[] => [
    {
      subject: row.subject,
      name: row.name,
      values: undefined,
      baseline: JSON.stringify({ nodes }),
      restore: JSON.stringify(restore),
    },
  ];
  if (action === 'delete') return row.state === 'ready' ? restored({ to: previous }) : [];
  // An unknown outcome counts: whether there is something to roll back is compared before it is sent.
  if (sent === undefined || (deploymentId === null && unsettled === null)) return [];
  return restored({ to: previous, from: { ...previous, ...sent } });
}

async function insertLinked(
  { store, engine, newId, targets, tell }: RolloutService,
  record: RolloutRecord,
  token: string,
  parts: Pick<NewRollout, 'action' | 'kind' | 'body' | 'plan' | 'rows' | 'retryOf' | 'rollbackOf'>,
): Promise<string> {
  const id = newId();
  const now = await store.now();
  const target = targets.find((target) => target.id === record.target);
  if (target === undefined) {
    throw refuseState(`The target ${record.target} is not configured on this server.`);
  }
  // Before anything is stored: another pass must find the token.
  if (target.auth === 'token') engine.giveToken(id, token);
  try {
    await insertRollout(store, {
      ...parts,
      id,
      target: record.target,
      projectId: record.project_id,
      instanceId: record.instance_id,
      generation: record.generation ?? undefined,
      ends: waveEnds(parts.plan.waves, parts.rows.length) ?? [parts.rows.length],
      now,
      owner: engine.owner,
      leaseUntil: now + LEASE_MS,
    });
  } catch (error) {
    if (error instanceof NamesTaken) {
      throw refuseState('Another unfinished rollout has one of the names or deployments.');
    }
    throw error;
  }
  tell({
    rolloutId: id,
    target: record.target,
    event: 'start',
    action: parts.action,
    total: parts.rows.length,
    of: record.id,
  });
  engine.wake();
  return id;
}

async function refuseSecond(
  { store }: RolloutService,
  link: 'retry_of' | 'rollback_of',
  id: string,
  message: string,
): Promise<void> {
  const earlier = await store.db
    .selectFrom('rollouts')
    .select('id')
    .where(link, '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (earlier !== undefined) throw refuseState(message);
}

function rowsOf({ store }: RolloutService, { id }: RolloutRecord): Promise<readonly RolloutRow[]> {
  return store.db
    .selectFrom('rollout_rows')
    .selectAll()
    .where('rollout_id', '=', id)
    .orderBy('position')
    .execute();
}

function erased() {
  return refuseState('The bodies of this rollout were erased.');
}
