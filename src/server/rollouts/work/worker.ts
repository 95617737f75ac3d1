import { asObject, type Json, type JsonObject } from '#src/json/value.ts';
import { rolloutBody } from '#src/domain/rollout/rollout-body.ts';
import { skipWaitingRows } from '#src/server/rollouts/rows/abort-rollout.ts';
import { MAX_AHEAD_MS, type RolloutRow } from '#src/server/rollouts/rows/claim-rows.ts';
import { endRollout } from '#src/server/rollouts/rows/end-rollout.ts';
import { changeRollout, type RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';
import { countWave, type WaveCounts } from '#src/server/rollouts/rows/count-rows.ts';
import { sql } from 'kysely';
import { createAction } from '../actions/create-action.ts';
import { deleteAction } from '../actions/delete-action.ts';
import { updateAction } from '../actions/update-action.ts';
import { findOrphans, lookUpRows } from './look-up-rows.ts';
import { nextStep } from './next-step.ts';
import type { ActionContext, RowAction, RowChange, RowRestore } from '../actions/row-action.ts';
import { sendRows } from './send-rows.ts';
import { endOfStandIns, forgetNodes, watchNodes, watchReadiness } from './watch-rows.ts';
import { aboutRollout, actionContext, type WorkerDeps, type WorkerState } from './worker-state.ts';

/** Works on one rollout while this process has its lease. */
export interface Worker {
  /** The claims that are being sent. */
  readonly sending: Set<string>;
  /** Does everything that is due for a rollout. Returns the milliseconds until something may be due again. */
  pass(current: RolloutRecord, now: number): Promise<number>;
  /** Lets requests in flight finish and sends no more. */
  stop(): Promise<void>;
}

const actions: Readonly<Record<RolloutRecord['action'], RowAction>> = {
  create: createAction,
  update: updateAction,
  delete: deleteAction,
};

/** How soon to look again, in milliseconds: while rows may be claimed, and otherwise. */
const BUSY_MS = 100;
const IDLE_MS = 1_000;
/** Each claim waits for the disk, so several rows are claimed at once. */
const CLAIM_EVERY_MS = 50;
/** A larger difference between the two clocks means that someone set the machine's clock. */
const CLOCK_JUMP_MS = 10_000;

/** `body` is that of the rollout, as JSON; `sending`, what an earlier worker of this process still sends. */
export function createWorker(
  record: RolloutRecord,
  body: string | null,
  deps: WorkerDeps,
  sending: Set<string>,
): Worker {
  const state: WorkerState = {
    deps,
    action: actions[record.action],
    record,
    body: body === null ? undefined : asObject(JSON.parse(body)),
    sending,
    claimAt: 0,
    lookups: new Map(),
    looking: new Set(),
    nodeStates: undefined,
    areNodesKnown: false,
    nodesDueAt: 0,
    isReadingNodes: false,
    readyAt: 0,
    isReadingReady: false,
    tasks: new Set(),
    isStopping: false,
  };
  const context = actionContext(state, {
    bodyOf: (row) => bodyOf(state, row),
    changeOf: (row) => changeOf(state, row),
  });
  let clocks: { readonly now: number; readonly elapsed: number } | undefined;
  return {
    sending,
    async pass(current, now) {
      // The states of the nodes of a new wave were not looked at yet, also if a person has opened it. While the rollout
      // did not run, they were not looked at either.
      const isResumed = current.state === 'running' && state.record.state !== 'running';
      if (isResumed || current.wave_end !== state.record.wave_end) forgetNodes(state);
      state.record = current;
      const elapsed = deps.clock.elapsed();
      const jump = clocks === undefined ? 0 : now - clocks.now - (elapsed - clocks.elapsed);
      clocks = { now, elapsed };
      if (Math.abs(jump) >= CLOCK_JUMP_MS) await followClock(state, jump);
      return passOnce(state, context, now);
    },
    async stop() {
      state.isStopping = true;
      while (state.tasks.size > 0) await Promise.all(state.tasks);
    },
  };
}

async function passOnce(state: WorkerState, context: ActionContext, now: number): Promise<number> {
  const { deps } = state;
  const { id } = state.record;
  // Rows that were put back since.
  if (state.record.state === 'aborted') await skipWaitingRows(deps.store, id, now);
  let counts = await countWave(deps.store, id, state.record.wave_end);
  const isLost = counts.all.sending > state.sending.size;
  if (isLost) {
    await findOrphans(state);
    counts = await countWave(deps.store, id, state.record.wave_end);
  }
  const isMoved = await advance(state, counts, now);
  const { all, open } = counts;
  // Without a token nothing can be read; the store keeps what is open.
  if (deps.token() === undefined) return IDLE_MS;
  const wait = all.unknown > 0 ? await lookUpRows(state, context) : Infinity;
  watchReadiness(state, context, all);
  if (isMoved) return 0;
  if (state.record.state !== 'running' || all.waiting === 0) return Math.min(wait, IDLE_MS);
  if (state.record.kind !== 'group') {
    // Also if all waiting rows have offline nodes, which are not open: they may come back.
    watchNodes(state, context);
    if (!state.areNodesKnown) return Math.min(wait, IDLE_MS);
  }
  if (open.waiting === 0) return Math.min(wait, IDLE_MS);
  return Math.min(wait, await claimAndSend(state, context, now));
}

/** Sends what may be sent now. Returns the time until more may be. */
async function claimAndSend(
  state: WorkerState,
  context: ActionContext,
  now: number,
): Promise<number> {
  const { isStopping, sending, record } = state;
  const held = record.hold_until - now;
  if (held > 0 && held <= MAX_AHEAD_MS) return held;
  const early = state.claimAt - state.deps.clock.elapsed();
  if (early > 0) return early;
  const sent = isStopping ? 0 : await sendRows(state, context, now);
  if (sent > 0) state.claimAt = state.deps.clock.elapsed() + CLAIM_EVERY_MS;
  return sent > 0 || sending.size > 0 ? BUSY_MS : IDLE_MS / 4;
}

/** Ends, stops or opens the next wave, as the numbers demand; true if it did. */
async function advance(state: WorkerState, counts: WaveCounts, now: number): Promise<boolean> {
  const { deps, record } = state;
  const { store } = deps;
  const step = nextStep(record, counts);
  const tell = (to: string, reason?: string) =>
    deps.tell({ ...aboutRollout(state), event: 'state', state: to, reason, counts: counts.all });
  switch (step.kind) {
    case 'none':
      return false;
    case 'end':
      if (await endRollout(store, record, now))
        tell(record.state === 'aborted' ? 'aborted' : 'done');
      break;
    case 'stop':
      if (await changeRollout(store, record.id, ['running'], { state: 'stopped' }, now))
        tell('stopped', 'failures');
      break;
    case 'gate': {
      const patch = { state: 'paused', reason: 'gate' } as const;
      if (await changeRollout(store, record.id, ['running'], patch, now)) tell('paused', 'gate');
      break;
    }
    case 'stand-in': {
      const end = await endOfStandIns(state, step.count, step.waveEnd);
      if (end === step.waveEnd) return openWave(state, step, counts, now);
      return changeRollout(store, record.id, ['running'], { wave_end: end }, now);
    }
    case 'open':
      return openWave(state, step, counts, now);
  }
  return true;
}

async function openWave(
  state: WorkerState,
  { wave, waveEnd }: { readonly wave: number; readonly waveEnd: number },
  counts: WaveCounts,
  now: number,
): Promise<boolean> {
  const { deps, record } = state;
  const patch = { wave, wave_end: waveEnd };
  if (await changeRollout(deps.store, record.id, ['running'], patch, now)) {
    deps.tell({ ...aboutRollout(state), event: 'state', state: 'wave', counts: counts.all });
  }
  return true;
}

/** The clock was set: moves every deadline along, so that none is over too soon or never. */
async function followClock({ deps, record }: WorkerState, jump: number): Promise<void> {
  const { db } = deps.store;
  await db
    .updateTable('rollout_rows')
    .set({
      claimed_at: sql`claimed_at + ${jump}`,
      unsettled_since: sql`unsettled_since + ${jump}`,
      accepted_at: sql`accepted_at + ${jump}`,
      offline_since: sql`offline_since + ${jump}`,
      next_at: sql`next_at + ${jump}`,
      since: sql`since + ${jump}`,
    })
    .where('rollout_id', '=', record.id)
    .execute();
  await db
    .updateTable('rollouts')
    .set({ hold_until: sql`hold_until + ${jump}` })
    .where('id', '=', record.id)
    .where('hold_until', '>', MAX_AHEAD_MS)
    .execute();
}

/** The body of a create. */
function bodyOf({ record, body }: WorkerState, row: RolloutRow): JsonObject | undefined {
  if (record.action !== 'create') return undefined;
  const restore = restoreOf(row);
  if (restore !== undefined) return restore.to;
  if (body === undefined) return undefined;
  const { subject, name } = row;
  return rolloutBody(body, record.action, record.kind, { subject, name, values: valuesOf(row) });
}

function changeOf({ body }: WorkerState, row: RolloutRow): RowChange {
  return { body, values: valuesOf(row), restore: restoreOf(row) };
}

function valuesOf({ values_json: text }: RolloutRow): Readonly<Record<string, Json>> | undefined {
  return text === null ? undefined : (JSON.parse(text) as Record<string, Json>);
}

function restoreOf({ restore }: RolloutRow): RowRestore | undefined {
  return restore === null ? undefined : (JSON.parse(restore) as RowRestore);
}
