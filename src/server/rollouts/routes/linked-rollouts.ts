import type { Kysely } from 'kysely';
import { rolloutPlanSchema } from '#src/domain/rollout/rollout-plan.ts';
import { waveEnds, type RolloutPlan } from '#src/domain/rollout/waves.ts';
import type { Json } from '#src/json/value.ts';
import type { RowRestore } from '#src/server/rollouts/actions/row-action.ts';
import { readBaseline } from '#src/server/rollouts/actions/row-baseline.ts';
import { markAborted } from '#src/server/rollouts/rows/abort-rollout.ts';
import type { RolloutRow } from '#src/server/rollouts/rows/claim-rows.ts';
import { countRows } from '#src/server/rollouts/rows/count-rows.ts';
import { NamesTaken, type NewRow } from '#src/server/rollouts/rows/insert-rollout.ts';
import {
  findRollout,
  findRolloutBody,
  type RolloutRecord,
} from '#src/server/rollouts/rows/rollout-records.ts';
import type { RowState, StoreTables } from '#src/server/store/schema.ts';
import type { ServerStore } from '#src/server/store/store.ts';
import { lendToken, refuseState, requireRoom, requireTarget } from './change-rollout.ts';
import { noSuchRollout, placeOfRollout } from './read-rollouts.ts';
import type { RolloutService } from './rollout-service.ts';
import { storeAndStart, type PlannedStart } from './store-and-start.ts';

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
  await refuseSecond(service.store, 'retry_of', record.id, 'An earlier retry has not ended yet.');
  return startLinked(service, record, token, async (db) => {
    const rows = await rowsOf({ db }, record.id);
    const failed = rows.filter(({ state }) => states.includes(state));
    if (failed.length === 0) throw refuseState('No row has failed.');
    return {
      action: record.action,
      kind: record.kind,
      body: await findRolloutBody({ db }, record.id),
      plan: planOf(record),
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
    };
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
  const { id, target, action } = record;
  requireNotRunning(record);
  if (record.erased_at !== null && action !== 'create') throw erased();
  requireTarget(service, target);
  await requireRoom(service, target, id);
  const { store, tell } = service;
  // To look up outcomes that are not known, and rows that go on after the abort.
  if (record.ended_at === null) await lendToken(service, record, token);
  await refuseSecond(store, 'rollback_of', id, 'An earlier roll back has not ended yet.');
  let isAborted = false;
  const started = await startLinked(service, record, token, async (db, now) => {
    // First: from here on nothing resumes it. If the roll back is refused, this is undone.
    isAborted = await markAborted({ db }, id, ['paused', 'stopped'], now);
    const rows = await rowsToTakeBack({ db }, id);
    const plan = planOf(record);
    return {
      action: reverse[action],
      kind: 'deployment',
      body: null,
      // As many as possible are restored, without waves and without a stop.
      plan: { ...plan, waves: ['100%'], gate: 'auto', stopAt: '100%' },
      rows,
      rollbackOf: id,
    };
  });
  if (isAborted)
    tell({ rolloutId: id, target, event: 'state', state: 'aborted', reason: 'person' });
  return started;
}

function requireNotRunning({ state }: Pick<RolloutRecord, 'state'>): void {
  if (state === 'running' || state === 'needs-token') {
    throw refuseState('A running rollout cannot be rolled back. Pause it first.');
  }
}

/** The rows of the roll back. Throws HttpProblem if it may not start. */
async function rowsToTakeBack(
  store: Pick<ServerStore, 'db'>,
  id: string,
): Promise<readonly NewRow[]> {
  const current = await findRollout(store, id);
  if (current === undefined) throw noSuchRollout();
  requireNotRunning(current);
  const { sending, unknown } = await countRows(store, id);
  // In one that has ended, older versions of the server left such rows for ever.
  if (current.ended_at === null && sending + unknown > 0) {
    throw refuseState('Some outcomes are not known yet. Try again once they are.');
  }
  const rows = (await rowsOf(store, id)).flatMap((row) => takenBack(row, current.action));
  if (rows.length === 0) throw refuseState('The rollout has changed nothing.');
  return rows;
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
  const isUnknown = unsettled !== null || row.state === 'sending';
  if (sent === undefined || (deploymentId === null && !isUnknown)) return [];
  return restored({ to: previous, from: { ...previous, ...sent } });
}

async function startLinked(
  service: RolloutService,
  record: RolloutRecord,
  token: string,
  plan: (
    db: Kysely<StoreTables>,
    now: number,
  ) => Promise<Omit<PlannedStart, 'ends' | 'generation'>>,
): Promise<string> {
  try {
    return await storeAndStart(service, placeOfRollout(record), token, async (db, now) => {
      const planned = await plan(db, now);
      const total = planned.rows.length;
      return {
        ...planned,
        generation: record.generation ?? undefined,
        ends: waveEnds(planned.plan.waves, total) ?? [total],
      };
    });
  } catch (error) {
    if (error instanceof NamesTaken) {
      throw refuseState('Another unfinished rollout has one of the names or deployments.');
    }
    throw error;
  }
}

async function refuseSecond(
  { db }: Pick<ServerStore, 'db'>,
  link: 'retry_of' | 'rollback_of',
  id: string,
  message: string,
): Promise<void> {
  const earlier = await db
    .selectFrom('rollouts')
    .select('id')
    .where(link, '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (earlier !== undefined) throw refuseState(message);
}

function planOf({ plan }: RolloutRecord): RolloutPlan {
  return rolloutPlanSchema.parse(JSON.parse(plan));
}

function rowsOf({ db }: Pick<ServerStore, 'db'>, id: string): Promise<readonly RolloutRow[]> {
  return db
    .selectFrom('rollout_rows')
    .selectAll()
    .where('rollout_id', '=', id)
    .orderBy('position')
    .execute();
}

function erased() {
  return refuseState('The bodies of this rollout were erased.');
}
