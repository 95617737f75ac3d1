import { createAttempts } from '#src/server/proxy/attempts.ts';
import type { LiveLimits } from '#src/server/proxy/live-limits.ts';
import type { ProxyTarget } from '#src/server/proxy/target.ts';
import { createCallTarget, type CallTarget } from '#src/server/rollouts/actions/call-target.ts';
import { createRolloutEngine, type RolloutEngine } from '#src/server/rollouts/work/engine.ts';
import { makeOwner } from '#src/server/rollouts/work/lease.ts';
import type { WorkerEvent, WorkerSettings } from '#src/server/rollouts/work/worker-state.ts';
import type { OpenedStore } from '#src/server/store/open-store.ts';
import type { ServerStore } from '#src/server/store/store.ts';
import type { Clock } from '#src/server/time/clock.ts';

/** The place of a rollout at a target. */
export interface TargetPlace {
  readonly target: string;
  readonly projectId: string;
  readonly instanceId: string;
}

/** Everything the routes need. */
export interface RolloutService {
  readonly store: ServerStore;
  readonly engine: RolloutEngine;
  readonly targets: readonly ProxyTarget[];
  readonly clock: Clock;
  readonly newId: () => string;
  /** Undefined if the target is no longer configured. */
  readonly callTargetOf: (place: TargetPlace) => CallTarget | undefined;
  /** Tells what happened, for log and metrics. */
  readonly tell: (event: WorkerEvent) => void;
  /** Calls back after the engine changed something, until the returned function is called. */
  readonly onChange: (callback: () => void) => () => void;
  /** Calls back once the server stops. */
  readonly onStop: (callback: () => void) => () => void;
  /** Closes the streams, lets requests in flight finish and closes the store. */
  readonly stop: () => Promise<void>;
}

/** Rollouts, or why there are none. */
export type Rollouts = RolloutService | { readonly reason: string };

export interface RolloutOptions {
  readonly opened: OpenedStore;
  readonly targets: readonly ProxyTarget[];
  readonly limits: LiveLimits | undefined;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly settleMs: number;
  readonly keepDays: number;
  readonly tell?: ((event: WorkerEvent) => void) | undefined;
  readonly worksOn?: ((rolloutId: string) => boolean) | undefined;
  readonly settings?: Partial<WorkerSettings>;
}

const DAY_MS = 86_400_000;

const defaults: Omit<WorkerSettings, 'settleMs'> = {
  sendWithinMs: 5_000,
  readyPollMs: 2_000,
  nodesPollMs: 15_000,
};

/** Starts the engine on an open store. */
export function createRollouts(options: RolloutOptions): Rollouts {
  const { opened, targets, limits, clock, newId } = options;
  if ('reason' in opened) return opened;
  const { store } = opened;
  const attempts = createAttempts(clock.elapsed);
  const changed = new Set<() => void>();
  const stopped = new Set<() => void>();
  const tell = options.tell ?? (() => undefined);
  const callTargetOf = ({ target: id, projectId, instanceId }: TargetPlace, rolloutId = '') => {
    const target = targets.find((target) => target.id === id);
    if (target === undefined) return undefined;
    return createCallTarget({
      target,
      projectId,
      instanceId,
      attempts,
      limits,
      wall: clock.wall,
      onBug: (error) => tell({ rolloutId, target: id, event: 'failure', where: 'call', error }),
    });
  };
  const engine = createRolloutEngine({
    store,
    clock,
    newId,
    owner: makeOwner(newId),
    timers: { after: afterReal },
    settings: { ...defaults, settleMs: options.settleMs, ...options.settings },
    targetOf: ({ id, target, project_id: projectId, instance_id: instanceId }) => {
      const callTarget = callTargetOf({ target, projectId, instanceId }, id);
      const needsToken = targets.find((one) => one.id === target)?.auth === 'token';
      return callTarget && { callTarget, needsToken };
    },
    worksOn: options.worksOn,
    tell,
    onPass: () => {
      for (const callback of changed) callback();
    },
    keepMs: options.keepDays * DAY_MS,
  });
  engine.start();
  return {
    store,
    engine,
    targets,
    clock,
    newId,
    callTargetOf,
    tell,
    onChange: (callback) => subscribe(changed, callback),
    onStop: (callback) => subscribe(stopped, callback),
    async stop() {
      for (const callback of stopped) callback();
      await engine.stop();
      await store.close();
    },
  };
}

function subscribe(callbacks: Set<() => void>, callback: () => void): () => void {
  callbacks.add(callback);
  return () => void callbacks.delete(callback);
}

/** Does not keep a process alive that is otherwise done. */
function afterReal(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  timer.unref();
  return () => clearTimeout(timer);
}
