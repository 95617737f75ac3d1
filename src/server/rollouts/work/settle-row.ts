import { changeRow, type RolloutRow, type RowPatch } from '#src/server/rollouts/rows/claim-rows.ts';
import { changeRollout } from '#src/server/rollouts/rows/rollout-records.ts';
import type { FailedCall } from '../actions/row-action.ts';
import { aboutRollout, type WorkerState } from './worker-state.ts';

/** Delays between tries of a row, in milliseconds; the last one repeats. */
const BACKOFF_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000];
/** After so many tries a row fails, so that a rollout ends. */
const MAX_TRIES = 20;
/** How long nothing is sent after a target was not reachable or asked for a pause without saying how long. */
const HOLD_MS = 1_000;
const MAX_HOLD_MS = 60_000;

/** Writes what became of a row. */
export async function settleRow(
  state: WorkerState,
  row: RolloutRow,
  patch: RowPatch,
  now: number,
): Promise<void> {
  const accepted = patch.state === 'accepted' ? { accepted_at: now } : {};
  const isChanged = await state.deps.store.relaxed((db) =>
    changeRow({ db }, row, ['sending', 'unknown'], {
      ...patch,
      ...accepted,
      ...(patch.state === undefined ? {} : { since: now }),
    }),
  );
  if (!isChanged || patch.state === undefined) return;
  const { state: to, error_code: code } = patch;
  state.deps.tell({ ...aboutRollout(state), event: 'row', state: to, code });
}

/**
 * Puts a row back, to be sent again later; fails it after too many tries. `isUncounted`: nothing was sent, and not
 * because of this row.
 */
export async function retryRow(
  state: WorkerState,
  row: RolloutRow,
  { code, message }: { readonly code: string; readonly message: string },
  now: number,
  isUncounted = false,
): Promise<void> {
  const error = { error_code: code, error_message: message };
  state.deps.tell({ ...aboutRollout(state), event: 'retry' });
  if (isUncounted) {
    await settleRow(
      state,
      row,
      { state: 'waiting', tries: row.tries - 1, next_at: now, ...error },
      now,
    );
  } else if (row.tries >= MAX_TRIES) {
    await settleRow(state, row, { state: 'failed', ...error }, now);
  } else {
    const delay = BACKOFF_MS[Math.min(row.tries, BACKOFF_MS.length) - 1] ?? BACKOFF_MS[0]!;
    await settleRow(state, row, { state: 'waiting', next_at: now + delay, ...error }, now);
  }
}

/** The milliseconds until the target may be asked again. */
export function pauseAfter(retryAfterS = 0): number {
  return Math.min(Math.max(retryAfterS * 1000, HOLD_MS), MAX_HOLD_MS);
}

/** The target asked for a pause, or nothing reaches it: no row is sent for a while. */
export async function hold(
  { deps, record }: WorkerState,
  retryAfterS: number | undefined,
  now: number,
): Promise<void> {
  const ms = pauseAfter(retryAfterS);
  await deps.store.db
    .updateTable('rollouts')
    .set({ hold_until: now + ms })
    .where('id', '=', record.id)
    .where('hold_until', '<', now + ms)
    .execute();
}

/** The target refused the token: the rollout waits for another one. */
export async function askForToken(state: WorkerState, now: number): Promise<void> {
  const { deps, record } = state;
  // The request had an earlier token; a person may have given another one since.
  if (state.isStopping) return;
  deps.dropToken();
  const patch = { state: 'needs-token', reason: null } as const;
  const isChanged = await changeRollout(deps.store, record.id, ['running'], patch, now);
  if (!isChanged) return;
  deps.tell({ ...aboutRollout(state), event: 'state', state: 'needs-token', reason: 'token' });
}

/** A read before or after a request failed. Nothing is certain about the row, and nothing was sent. */
export async function afterFailedRead(
  state: WorkerState,
  outcome: FailedCall,
  now: number,
): Promise<void> {
  if (outcome.kind === 'sign-in') await askForToken(state, now);
  if (outcome.kind === 'later') await hold(state, outcome.retryAfterS, now);
}
