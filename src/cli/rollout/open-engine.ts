import { randomUUID } from 'node:crypto';
import { readCommandConfig } from '#src/server/config/config.ts';
import type { Environment } from '#src/server/config/environment.ts';
import { createLiveTarget } from '#src/server/config/live-target.ts';
import { createRolloutLog } from '#src/server/rollouts/work/rollout-log.ts';
import { createLiveLimits } from '#src/server/proxy/live-limits.ts';
import {
  createRollouts,
  type RolloutService,
} from '#src/server/rollouts/routes/rollout-service.ts';
import { openStore } from '#src/server/store/open-store.ts';
import { systemClock } from '#src/server/time/clock.ts';

/** The server's engine in this process. */
export interface CommandEngine {
  readonly service: RolloutService;
  /** Lets the engine work on one rollout, and on no other in the store. */
  readonly workOn: (rolloutId: string) => void;
}

/** A failure of the engine: the part that failed, and the code or the class and place of the error. */
export interface EngineFailure {
  readonly where: string;
  readonly error: string;
}

/**
 * Opens the store and starts the engine. Throws ConfigError if the configuration is invalid; returns the reason if the
 * store cannot be opened. `onFailure` is what the log is in a server.
 */
export async function openEngine(
  env: Environment,
  onFailure: (failure: EngineFailure) => void,
): Promise<CommandEngine | { readonly reason: string }> {
  const config = readCommandConfig(env);
  const opened = await openStore(config.store.location, systemClock.wall);
  const own = new Set<string>();
  const rollouts = createRollouts({
    opened,
    targets: config.targets.map((target) =>
      createLiveTarget(target, undefined, systemClock, config.proxies),
    ),
    limits: createLiveLimits(config.limits.live, systemClock.elapsed),
    clock: systemClock,
    newId: randomUUID,
    settleMs: config.store.settleMs,
    keepDays: config.store.keepDays,
    tell: createRolloutLog((entry) => {
      if (entry.event === 'rollout-failure')
        onFailure({ where: entry.where ?? '', error: entry.error ?? '' });
    }, systemClock),
    worksOn: (id) => own.has(id),
  });
  if ('reason' in rollouts) return rollouts;
  return {
    service: rollouts,
    workOn(id) {
      own.add(id);
      rollouts.engine.wake();
    },
  };
}
