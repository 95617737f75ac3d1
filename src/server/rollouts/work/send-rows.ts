import { startLookup } from '#src/domain/lookup/lookup.ts';
import {
  changeRow,
  claimRows,
  type RolloutRow,
  type RowPatch,
} from '#src/server/rollouts/rows/claim-rows.ts';
import type { CallOutcome, TargetCall } from '../actions/call-target.ts';
import type { ActionContext } from '../actions/row-action.ts';
import { afterFailedRead, askForToken, hold, retryRow, settleRow } from './settle-row.ts';
import { aboutRollout, claimOf, runInBackground, type WorkerState } from './worker-state.ts';

/** Claims what may be sent now and sends it in the background. Returns how many rows. */
export async function sendRows(
  state: WorkerState,
  context: ActionContext,
  now: number,
): Promise<number> {
  const { store, owner, newId, clock } = state.deps;
  const claimedAt = clock.elapsed();
  const rows = await claimRows(store, {
    rolloutId: state.record.id,
    owner,
    now,
    claim: newId(),
  });
  if (rows.length > 0) {
    const ms = clock.elapsed() - claimedAt;
    state.deps.tell({ ...aboutRollout(state), event: 'claim', ms });
  }
  for (const row of rows) state.sending.add(claimOf(row));
  // A failure of the store leaves the row `sending`, and the next pass looks it up.
  for (const row of rows) {
    const work = () => sendRow(state, context, row, claimedAt);
    runInBackground(state, 'send', work, () => state.sending.delete(claimOf(row)));
  }
  return rows.length;
}

async function sendRow(
  state: WorkerState,
  context: ActionContext,
  row: RolloutRow,
  claimedAt: number,
): Promise<void> {
  const { store, clock, settings } = state.deps;
  const preparation = await state.action.prepare(row, context);
  const now = await store.now();
  if (preparation.kind === 'settled') return settleRow(state, row, preparation.patch, now);
  if (preparation.kind === 'failed') {
    await afterFailedRead(state, preparation.outcome, now);
    const { outcome } = preparation;
    if (outcome.kind === 'refused') {
      return settleRow(state, row, refusedPatch(outcome), now);
    }
    const code = outcome.kind === 'sign-in' ? 'sign_in' : outcome.code;
    return retryRow(state, row, { code, message: outcome.message }, now, true);
  }
  if (preparation.kind === 'offline') {
    const { baseline, name } = preparation;
    const patch: RowPatch = {
      state: 'waiting',
      name,
      tries: row.tries - 1,
      offline_since: now,
      baseline,
    };
    return settleRow(state, row, patch, now);
  }
  const { call, baseline, name = row.name } = preparation;
  // If the row is no longer this claim's, nothing may be sent: the next one would not know what to compare with.
  if (baseline !== undefined && !(await changeRow(store, row, ['sending'], { baseline, name })))
    return;
  // If this process was asleep, another one may have taken over since: then nothing may be sent.
  if (state.isStopping || clock.elapsed() - claimedAt > settings.sendWithinMs) {
    const error = { code: 'interrupted', message: 'The server was interrupted before it sent.' };
    return retryRow(state, row, error, now, true);
  }
  return sendCall(state, context, row, call, claimedAt);
}

async function sendCall(
  state: WorkerState,
  context: ActionContext,
  row: RolloutRow,
  call: TargetCall,
  claimedAt: number,
): Promise<void> {
  const { store, clock, settings } = state.deps;
  const outcome = await context.call(call);
  state.deps.tell({ ...aboutRollout(state), event: 'send', outcome: outcome.kind });
  const now = await store.now();
  switch (outcome.kind) {
    case 'ok': {
      const patch = state.action.accept(outcome.json, row);
      if (patch !== undefined) return settleRow(state, row, patch, now);
      break;
    }
    case 'refused': {
      const patch = await state.action.explainRefusal(outcome, row, context);
      if (patch.state !== 'unknown') return settleRow(state, row, patch, now);
      break;
    }
    case 'sign-in':
      await askForToken(state, now);
      return retryRow(state, row, { code: 'sign_in', message: outcome.message }, now, true);
    case 'later':
      await hold(state, outcome.retryAfterS, now);
      return retryRow(state, row, outcome, now);
    case 'unknown':
  }
  const ended = clock.elapsed();
  const create = lookedFor(context, row);
  state.lookups.set(row.position, startLookup(create, ended, ended, claimedAt + settings.settleMs));
  await settleRow(state, row, unknownPatch(row, outcome), now);
}

/** The criteria of a lookup. */
export function lookedFor({ bodyOf }: ActionContext, row: RolloutRow) {
  const sentAt = row.unsettled_since ?? row.claimed_at ?? 0;
  return { body: JSON.stringify(bodyOf(row) ?? {}), sentAt, clockOffsetMs: undefined };
}

/** A row of which it is not known whether its request took effect. */
export function unknownPatch(row: RolloutRow, outcome?: CallOutcome): RowPatch {
  const isExplained = outcome !== undefined && 'code' in outcome;
  return {
    state: 'unknown',
    unsettled_since: row.unsettled_since ?? row.claimed_at,
    error_code: isExplained ? outcome.code : null,
    error_message: isExplained ? outcome.message : null,
  };
}

function refusedPatch({ code, message }: Extract<CallOutcome, { kind: 'refused' }>): RowPatch {
  return { state: 'failed', error_code: code, error_message: message };
}
