import { MAX_AHEAD_MS } from '#src/server/rollouts/rows/claim-rows.ts';
import { endRollout, lastUnknownAt } from '#src/server/rollouts/rows/end-rollout.ts';
import {
  changeRollout,
  findRolloutBody,
  selectRollouts,
  type RolloutRecord,
} from '#src/server/rollouts/rows/rollout-records.ts';
import type { ServerStore } from '#src/server/store/store.ts';
import type { Clock } from '#src/server/time/clock.ts';
import type { CallTarget } from '../actions/call-target.ts';
import { dropLeases, forceLease, isFree, RENEW_MS, takeLease } from './lease.ts';
import { createEraser } from './erase-bodies.ts';
import { createKeptTokens, type KeptTokens } from './kept-tokens.ts';
import { AFTER_FAILURE_MS, createPasses, MAX_PAUSE_MS, type EngineTimers } from './passes.ts';
import { createWorker, type Worker } from './worker.ts';
import { createWorkerList } from './worker-list.ts';
import type { WorkerEvent, WorkerSettings } from './worker-state.ts';

/** How to reach the target of a rollout. */
export interface RolloutTarget {
  readonly callTarget: CallTarget;
  /** True if each person has a token of their own: the server cannot sign in by itself. */
  readonly needsToken: boolean;
}

export interface EngineOptions {
  readonly store: ServerStore;
  readonly clock: Clock;
  readonly timers: EngineTimers;
  readonly owner: string;
  readonly settings: WorkerSettings;
  readonly newId: () => string;
  /** The only rollouts to work on, by ID. Default: all. */
  readonly worksOn?: ((rolloutId: string) => boolean) | undefined;
  /** Undefined if the target is no longer configured. */
  readonly targetOf: (record: RolloutRecord) => RolloutTarget | undefined;
  readonly tell: (event: WorkerEvent) => void;
  /** Called after something changed, at most once per pass. */
  readonly onPass?: () => void;
  /** How long the bodies of an ended rollout are kept, in milliseconds; 0 keeps them. */
  readonly keepMs: number;
}

export interface RolloutEngine {
  /** This process, as the owner of leases. */
  readonly owner: string;
  start(): void;
  /** Makes the engine look at the store soon. */
  wake(): void;
  /** Keeps a person's token in memory. */
  readonly giveToken: KeptTokens['give'];
  readonly insertWithToken: KeptTokens['insertWith'];
  /** Takes a rollout over, even from another process. */
  takeOver(rolloutId: string): Promise<void>;
  /** Lets requests in flight finish, sends no more and gives up its leases. */
  stop(): Promise<void>;
}

/** Works on all rollouts that this process may work on, one pass after the other. */
export function createRolloutEngine(options: EngineOptions): RolloutEngine {
  const { store, clock, timers, owner, targetOf } = options;
  const workers = createWorkerList();
  const tokens = createKeptTokens();
  let isStopped = false;
  const eraseBodies = createEraser(store, clock, options.keepMs);
  const tellFailure = (error: unknown, record?: RolloutRecord) =>
    options.tell(failedPass(error, record));
  const passes = createPasses(timers, pass, () => options.onPass?.(), tellFailure);

  async function pass(): Promise<number> {
    // Listed before the rollouts are read: one that is stored later is not among them.
    const known = tokens.known();
    const records = await findOpenRollouts(store);
    const open = new Set(records.map(({ id }) => id));
    let wait = MAX_PAUSE_MS;
    for (const record of records) {
      if (isStopped) break;
      if (options.worksOn?.(record.id) === false) continue;
      wait = Math.min(wait, await passOver(record));
    }
    for (const id of workers.ids()) if (!open.has(id)) workers.drop(id);
    for (const id of known) if (!open.has(id)) tokens.drop(id);
    await eraseBodies();
    return wait;
  }

  /** A failure in one rollout does not keep the others waiting. */
  async function passOver(record: RolloutRecord): Promise<number> {
    try {
      const now = await store.now();
      if (await mayWork(options, record, tokens.get(record.id) !== undefined, now)) {
        return await (await workerFor(record)).pass(record, now);
      }
      workers.drop(record.id);
      return MAX_PAUSE_MS;
    } catch (error) {
      tellFailure(error, record);
      return AFTER_FAILURE_MS;
    }
  }

  async function workerFor(record: RolloutRecord): Promise<Worker> {
    const known = workers.find(record.id);
    if (known !== undefined) return known;
    const target = targetOf(record)!;
    const body = await findRolloutBody(store, record.id);
    const deps = {
      ...options,
      callTarget: target.callTarget,
      token: () => (target.needsToken ? tokens.get(record.id) : ''),
      dropToken: () => tokens.drop(record.id),
      wake: passes.wake,
    };
    return workers.add(record.id, (sending) => createWorker(record, body, deps, sending));
  }

  return {
    owner,
    start: passes.start,
    wake: passes.wake,
    giveToken: tokens.give,
    insertWithToken: tokens.insertWith,
    async takeOver(rolloutId) {
      await forceLease(store, rolloutId, owner);
      passes.wake();
    },
    async stop() {
      isStopped = true;
      await passes.stop();
      await workers.stop();
      // The leases run out by themselves.
      await dropLeases(store, owner).catch(tellFailure);
    },
  };
}

function findOpenRollouts(store: ServerStore): Promise<readonly RolloutRecord[]> {
  return selectRollouts(store).where('ended_at', 'is', null).orderBy('created_at').execute();
}

function failedPass(
  error: unknown,
  { id = '', target = '' }: Partial<RolloutRecord> = {},
): WorkerEvent {
  return { rolloutId: id, target, event: 'failure', where: 'pass', error };
}

/**
 * True with a lease. A rollout that needs a token this process does not have is left to a person: the process that had
 * the token has ended.
 */
async function mayWork(
  options: EngineOptions,
  record: RolloutRecord,
  hasToken: boolean,
  now: number,
): Promise<boolean> {
  const { store, owner } = options;
  const target = options.targetOf(record);
  if (!isFree(record, owner, now)) return false;
  if (target === undefined || (target.needsToken && !hasToken)) {
    await giveUp(options, record, target === undefined ? 'target' : null, now);
    return false;
  }
  if (record.owner === owner && record.lease_until - now > RENEW_MS) return true;
  return takeLease(store, record, owner, now);
}

async function giveUp(
  { store, tell, settings }: EngineOptions,
  record: RolloutRecord,
  reason: 'target' | null,
  now: number,
): Promise<void> {
  const { id, target, state } = record;
  const about = { rolloutId: id, target, event: 'state' } as const;
  if (state === 'running') {
    const patch = { state: 'needs-token', reason } as const;
    const isChanged = await changeRollout(store, id, ['running'], patch, now);
    if (isChanged) tell({ ...about, state: 'needs-token', reason: reason ?? 'token' });
  }
  if (state !== 'aborted') return;
  // A request may still take effect: until then no other rollout gets its name, and none rolls it back.
  const sentAt = await lastUnknownAt(store, id);
  const isAhead = sentAt !== undefined && sentAt > now + MAX_AHEAD_MS;
  if (sentAt !== undefined && !isAhead && now < sentAt + settings.settleMs) return;
  // No one can resume an aborted rollout, so nothing looks up the rest.
  if (await endRollout(store, record, now)) tell({ ...about, state: 'aborted' });
}
