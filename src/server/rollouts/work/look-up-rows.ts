import { advanceLookup, startLookup, type LookupError } from '#src/domain/lookup/lookup.ts';
import { changeRow, type RolloutRow } from '#src/server/rollouts/rows/claim-rows.ts';
import type { ActionContext, FailedCall } from '../actions/row-action.ts';
import { afterFailedRead, retryRow, settleRow } from './settle-row.ts';
import { AFTER_FAILURE_MS } from './passes.ts';
import { lookedFor, unknownPatch } from './send-rows.ts';
import { aboutRollout, claimOf, runInBackground, type WorkerState } from './worker-state.ts';

/** Lookups at the same time. */
const AT_ONCE = 8;

/** Rows that a process claimed and did not finish: whether their requests took effect is not known. */
export async function findOrphans(state: WorkerState): Promise<void> {
  const { store } = state.deps;
  const rows = await rowsIn(state, 'sending');
  const since = await store.now();
  for (const row of rows) {
    if (!state.sending.has(claimOf(row))) {
      await changeRow(store, row, ['sending'], { ...unknownPatch(row), since });
    }
  }
}

/** Looks up the rows that are due, in the background. Returns the time until the next one is. */
export async function lookUpRows(state: WorkerState, context: ActionContext): Promise<number> {
  const { clock, settings } = state.deps;
  let wait = Infinity;
  for (const row of await rowsIn(state, 'unknown')) {
    const now = clock.elapsed();
    const known = state.lookups.get(row.position);
    const lookup = known ?? startLookup(lookedFor(context, row), now, now, now + settings.settleMs);
    if (known === undefined) state.lookups.set(row.position, lookup);
    if (state.looking.has(row.position)) continue;
    if (lookup.nextAt > now) wait = Math.min(wait, lookup.nextAt - now);
    else if (state.looking.size < AT_ONCE) lookUp(state, context, row);
  }
  return wait;
}

function lookUp(state: WorkerState, context: ActionContext, row: RolloutRow): void {
  const { clock } = state.deps;
  const { position } = row;
  state.looking.add(position);
  const work = () =>
    lookUpRow(state, context, row).catch((error: unknown) => {
      // Otherwise the target would be asked at every pass for as long as the store fails.
      const lookup = state.lookups.get(position);
      const nextAt = clock.elapsed() + AFTER_FAILURE_MS;
      if (lookup !== undefined) state.lookups.set(position, { ...lookup, nextAt });
      throw error;
    });
  runInBackground(state, 'lookup', work, () => state.looking.delete(position));
}

async function lookUpRow(
  state: WorkerState,
  context: ActionContext,
  row: RolloutRow,
): Promise<void> {
  const { store, clock } = state.deps;
  const lookup = state.lookups.get(row.position)!;
  const step = await state.action.lookUp(row, lookup, context, clock.elapsed);
  state.deps.tell({ ...aboutRollout(state), event: 'lookup', outcome: step.kind });
  const now = await store.now();
  switch (step.kind) {
    case 'waiting':
      state.lookups.set(row.position, step.lookup);
      return;
    case 'failed': {
      await afterFailedRead(state, step.outcome, now);
      const polling = advanceLookup(lookup, { type: 'poll', at: clock.elapsed() });
      const error = toLookupError(step.outcome);
      state.lookups.set(row.position, {
        ...advanceLookup(polling, { type: 'failed', at: clock.elapsed(), error }),
        phase: 'waiting',
      });
      return;
    }
    case 'absent': {
      const error = { code: row.error_code ?? 'absent', message: row.error_message ?? '' };
      await retryRow(state, row, error, now);
      break;
    }
    case 'settled':
      await settleRow(state, row, step.patch, now);
  }
  state.lookups.delete(row.position);
}

function toLookupError(outcome: FailedCall): LookupError {
  const retryAfterS = 'retryAfterS' in outcome ? outcome.retryAfterS : undefined;
  return {
    kind: outcome.kind === 'sign-in' ? 'signIn' : 'other',
    message: outcome.message,
    retryAfterS,
  };
}

async function rowsIn(
  { deps, record }: WorkerState,
  state: RolloutRow['state'],
): Promise<readonly RolloutRow[]> {
  return deps.store.db
    .selectFrom('rollout_rows')
    .selectAll()
    .where('rollout_id', '=', record.id)
    .where('state', '=', state)
    .orderBy('position')
    .execute();
}
