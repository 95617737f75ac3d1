import type { Lookup } from '#src/domain/lookup/lookup.ts';
import type { RolloutRow } from '#src/server/rollouts/rows/claim-rows.ts';
import type { RowCounts } from '#src/server/rollouts/rows/count-rows.ts';
import type { RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';
import type { JsonObject } from '#src/json/value.ts';
import type { ServerStore } from '#src/server/store/store.ts';
import type { Clock } from '#src/server/time/clock.ts';
import type { CallTarget, TargetCall, CallOutcome } from '../actions/call-target.ts';
import type { ActionContext, LookupStep, RowAction } from '../actions/row-action.ts';

export interface WorkerSettings {
  /** How long after it was sent a request may still take effect, in milliseconds. */
  readonly settleMs: number;
  /** How long a claim may take from its commit to its first byte, in milliseconds: less than a lease. */
  readonly sendWithinMs: number;
  /** How often accepted deployments are read, and the states of nodes. */
  readonly readyPollMs: number;
  readonly nodesPollMs: number;
}

export interface WorkerDeps {
  readonly store: ServerStore;
  readonly clock: Clock;
  readonly owner: string;
  readonly settings: WorkerSettings;
  readonly newId: () => string;
  readonly callTarget: CallTarget;
  /** The person's token; empty if the server signs in itself, undefined if there is none. */
  readonly token: () => string | undefined;
  readonly dropToken: () => void;
  /** Asks for another pass soon. */
  readonly wake: () => void;
  /** Tells what happened, for log and metrics. */
  readonly tell: (event: WorkerEvent) => void;
}

/** Something that happened in a rollout, without anything of a body. */
export type WorkerEvent = { readonly rolloutId: string; readonly target: string } & (
  | {
      readonly event: 'start';
      readonly action: string;
      readonly total: number;
      readonly of?: string;
    }
  | {
      readonly event: 'state';
      /** The new state of the rollout, or `wave` if another wave was opened. */
      readonly state: string;
      readonly reason?: string | undefined;
      readonly counts?: RowCounts;
    }
  /** A row reached a state. */
  | { readonly event: 'row'; readonly state: string; readonly code?: string | null | undefined }
  | { readonly event: 'send'; readonly outcome: CallOutcome['kind'] }
  | { readonly event: 'retry' }
  | { readonly event: 'lookup'; readonly outcome: LookupStep['kind'] }
  | { readonly event: 'claim'; readonly ms: number }
  /** Work that failed, mostly because the store did. It is done again later. */
  | { readonly event: 'failure'; readonly where: string; readonly error: unknown }
);

/**
 * The memory of a worker beside the store. Times are of the monotonic clock: whether a request has settled never depends
 * on a clock that someone can set.
 */
export interface WorkerState {
  readonly deps: WorkerDeps;
  readonly action: RowAction;
  record: RolloutRecord;
  readonly body: JsonObject | undefined;
  /** The claims that this process is sending, as {@link claimOf} names them; also those of an earlier worker. */
  readonly sending: Set<string>;
  /** No row is claimed before this time. */
  claimAt: number;
  readonly lookups: Map<number, Lookup>;
  /** Rows that are being looked up. */
  readonly looking: Set<number>;
  nodeStates: ReadonlyMap<string, string> | undefined;
  /** True if they were read for the open waves. Nothing is sent before. */
  areNodesKnown: boolean;
  /** They are not read before this time. */
  nodesDueAt: number;
  isReadingNodes: boolean;
  readyAt: number;
  isReadingReady: boolean;
  readonly tasks: Set<Promise<void>>;
  isStopping: boolean;
}

/** Names a claim of a row. */
export function claimOf({ claim, position }: Pick<RolloutRow, 'claim' | 'position'>): string {
  return `${claim} ${position}`;
}

/** Which rollout an event is about. */
export function aboutRollout({ record }: Pick<WorkerState, 'record'>) {
  return { rolloutId: record.id, target: record.target };
}

/** Runs work in the background. A failure is reported, and the next pass retries the work. */
export function runInBackground(
  state: WorkerState,
  where: string,
  work: () => Promise<void>,
  finish: () => void = () => undefined,
): void {
  const { deps, tasks } = state;
  const task: Promise<void> = work()
    .then(
      () => true,
      (error: unknown) => {
        deps.tell({ ...aboutRollout(state), event: 'failure', where, error });
        return false;
      },
    )
    .then((isDone) => {
      finish();
      tasks.delete(task);
      // What failed would fail again at once.
      if (isDone) deps.wake();
    });
  tasks.add(task);
}

/** Calls the target with the token at hand. */
function callWithToken({ deps }: WorkerState, call: TargetCall): Promise<CallOutcome> {
  const token = deps.token();
  return token === undefined
    ? Promise.resolve({ kind: 'sign-in', message: 'No token.' })
    : deps.callTarget(call, token);
}

export function actionContext(
  state: WorkerState,
  { bodyOf, changeOf }: Pick<ActionContext, 'bodyOf' | 'changeOf'>,
): ActionContext {
  return {
    get record() {
      return state.record;
    },
    call: (call) => callWithToken(state, call),
    bodyOf,
    changeOf,
    wall: state.deps.clock.wall,
    nodeState: (id) => state.nodeStates?.get(id),
  };
}
