import { asList, asObject } from '#src/json/value.ts';
import {
  nextRevision,
  type RolloutRow,
  type RowPatch,
} from '#src/server/rollouts/rows/claim-rows.ts';
import type { RowCounts } from '#src/server/rollouts/rows/count-rows.ts';
import { isFailedCall } from '../actions/listed-records.ts';
import { readNodeStates } from './node-watch.ts';
import { isOffline, type ActionContext } from '../actions/row-action.ts';
import { afterFailedRead, pauseAfter } from './settle-row.ts';
import { clearUnreadNodes, explainUnreadNodes } from './unread-nodes.ts';
import { aboutRollout, runInBackground, type WorkerState } from './worker-state.ts';

/** Nothing is sent before the states of the nodes are read again, which is due now. */
export function forgetNodes(state: WorkerState): void {
  state.areNodesKnown = false;
  state.nodesDueAt = 0;
}

/** Reads the states of all nodes from time to time while rows wait. */
export function watchNodes(state: WorkerState, context: ActionContext): void {
  const { clock } = state.deps;
  if (state.isReadingNodes || clock.elapsed() < state.nodesDueAt) return;
  state.isReadingNodes = true;
  const { wave_end: end } = state.record;
  // Also if the store fails, the target is not asked at every pass.
  let pauseMs = pauseAfter(undefined);
  runInBackground(state, 'nodes', async () => {
    try {
      pauseMs = await lookAtNodes(state, context, end);
    } finally {
      state.isReadingNodes = false;
      if (state.record.wave_end === end) state.nodesDueAt = clock.elapsed() + pauseMs;
    }
  });
}

/** Returns the milliseconds until the next look. */
async function lookAtNodes(
  state: WorkerState,
  context: ActionContext,
  end: number,
): Promise<number> {
  const { store, settings } = state.deps;
  const states = await readNodeStates(context.call);
  if (isFailedCall(states) && states.kind !== 'refused') {
    await afterFailedRead(state, states, await store.now());
    const pauseMs = pauseAfter('retryAfterS' in states ? states.retryAfterS : undefined);
    if (state.areNodesKnown) return Math.max(pauseMs, settings.nodesPollMs);
    // After a refused token, the state of the rollout says why.
    if (states.kind !== 'sign-in') await explainUnreadNodes(state, states.message);
    return pauseMs;
  }
  // A target that does not show its nodes: all of them count as running.
  state.nodeStates = isFailedCall(states) ? new Map() : states;
  await clearUnreadNodes(state);
  await markOffline(state);
  await skipOffline(state);
  // Only now, and only for these waves: a pass in between must not send to offline nodes.
  if (state.record.wave_end === end) state.areNodesKnown = true;
  return settings.nodesPollMs;
}

/** Notes which waiting rows have an offline node, and which no longer do. */
async function markOffline(state: WorkerState): Promise<void> {
  const { record, deps } = state;
  const { db } = deps.store;
  const rows = await db
    .selectFrom('rollout_rows')
    .select(['position', 'subject', 'baseline', 'offline_since'])
    .where('rollout_id', '=', record.id)
    .where('state', '=', 'waiting')
    .where('position', '<', record.wave_end)
    .execute();
  const now = await deps.store.now();
  for (const isNowOffline of [true, false]) {
    const changed = rows.filter(
      (row) =>
        (row.offline_since !== null) !== isNowOffline &&
        nodesOf(row, record.kind).some((id) => isOffline(state.nodeStates?.get(id))) ===
          isNowOffline,
    );
    for (const part of chunksOf(changed, 500)) {
      await db
        .updateTable('rollout_rows')
        .set({ offline_since: isNowOffline ? now : null, revision: nextRevision(record.id) })
        .where('rollout_id', '=', record.id)
        .where('state', '=', 'waiting')
        .where(
          'position',
          'in',
          part.map(({ position }) => position),
        )
        .execute();
    }
  }
}

/**
 * Where the first `count` rows after the open waves end that may be sent, as far as is known; `waveEnd`, the end of the
 * next wave, if there are fewer.
 */
export async function endOfStandIns(
  { record, deps, nodeStates }: WorkerState,
  count: number,
  waveEnd: number,
): Promise<number> {
  const rows = await deps.store.db
    .selectFrom('rollout_rows')
    .select(['position', 'subject', 'baseline'])
    .where('rollout_id', '=', record.id)
    .where('state', '=', 'waiting')
    .where('position', '>=', record.wave_end)
    .where('position', '<', waveEnd)
    .orderBy('position')
    .execute();
  const online = rows.filter(
    (row) => !nodesOf(row, record.kind).some((id) => isOffline(nodeStates?.get(id))),
  );
  const last = online[count - 1]?.position;
  return last === undefined ? waveEnd : last + 1;
}

/** The nodes a row needs: its own, or those its deployment runs on. A group decides itself. */
function nodesOf(
  { subject, baseline }: Pick<RolloutRow, 'subject' | 'baseline'>,
  kind: WorkerState['record']['kind'],
): readonly string[] {
  if (kind === 'node') return [subject];
  if (kind === 'group' || baseline === null) return [];
  return asList(asObject(JSON.parse(baseline)).nodes).map(String);
}

function chunksOf<T>(list: readonly T[], size: number): readonly T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size));
  return parts;
}

/**
 * Gives up rows whose node was offline too long. Only right after a look at the nodes: since an earlier one, as before a
 * pause, they may have come back.
 */
async function skipOffline({ deps, record }: WorkerState): Promise<void> {
  const now = await deps.store.now();
  await deps.store.db
    .updateTable('rollout_rows')
    .set({
      state: 'skipped',
      error_code: 'offline',
      error_message: 'The node was offline until the deadline.',
      since: now,
      revision: nextRevision(record.id),
    })
    .where('rollout_id', '=', record.id)
    .where('state', '=', 'waiting')
    .where('offline_since', '<=', now - record.offline_within_ms)
    .where((where) =>
      where.exists(
        where
          .selectFrom('rollouts')
          .select('id')
          .where('id', '=', record.id)
          .where('state', '=', 'running'),
      ),
    )
    .execute();
}

/** Reads accepted deployments from time to time, until they are ready or their time is over. */
export function watchReadiness(
  state: WorkerState,
  context: ActionContext,
  counts: RowCounts,
): void {
  const { clock, settings } = state.deps;
  if (counts.accepted === 0 || state.isReadingReady || clock.elapsed() < state.readyAt) return;
  state.isReadingReady = true;
  runInBackground(state, 'readiness', async () => {
    try {
      await checkReadiness(state, context);
    } finally {
      state.isReadingReady = false;
      state.readyAt = clock.elapsed() + settings.readyPollMs;
    }
  });
}

async function checkReadiness(state: WorkerState, context: ActionContext): Promise<void> {
  const { store } = state.deps;
  const rows = await store.db
    .selectFrom('rollout_rows')
    .selectAll()
    .where('rollout_id', '=', state.record.id)
    .where('state', '=', 'accepted')
    .orderBy('position')
    .execute();
  const patches = await state.action.checkReady(rows, context);
  const now = await store.now();
  if (isFailedCall(patches)) return afterFailedRead(state, patches, now);
  for (const row of rows) {
    const isLate = now - (row.accepted_at ?? now) >= state.record.ready_within_ms;
    const patch =
      patches.get(row.position) ??
      (isLate ? await state.action.explainLate(row, context) : undefined);
    if (patch !== undefined) await finishRow(state, row, { ...patch, since: now });
  }
}

async function finishRow(state: WorkerState, row: RolloutRow, patch: RowPatch): Promise<void> {
  const { deps, record } = state;
  const { numUpdatedRows } = await deps.store.relaxed((db) =>
    db
      .updateTable('rollout_rows')
      .set({ ...patch, revision: nextRevision(record.id) })
      .where('rollout_id', '=', record.id)
      .where('position', '=', row.position)
      .where('state', '=', 'accepted')
      .executeTakeFirst(),
  );
  if (numUpdatedRows === 0n || patch.state === undefined) return;
  const { state: to, error_code: code } = patch;
  deps.tell({ ...aboutRollout(state), event: 'row', state: to, code });
}
