import { randomUUID } from 'node:crypto';
import { asObject, type JsonObject } from '#src/json/value.ts';
import { patchRollout, resumeRollout } from '#src/server/rollouts/routes/change-rollout.ts';
import { createRollout } from '#src/server/rollouts/routes/create-rollout.ts';
import { retryRollout } from '#src/server/rollouts/routes/linked-rollouts.ts';
import type { RolloutService } from '#src/server/rollouts/routes/rollout-service.ts';
import type { ShownProblem } from '#src/server/rollouts/routes/rollout-views.ts';
import { countRows } from '#src/server/rollouts/rows/count-rows.ts';
import { findRollout, type RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';
import type { CommandEngine } from './open-engine.ts';
import { findRuns, planDigest } from './plan-runs.ts';

/** The rollout of a plan in this process, or why there is none. */
export type TakenUp =
  | {
      readonly how: 'new' | 'resumed' | 'retried' | 'ended';
      readonly record: RolloutRecord;
      /** Rollouts that this one retries, the oldest first: they have the rows that are ready. */
      readonly earlier: readonly RolloutRecord[];
    }
  | { readonly problems: readonly ShownProblem[] };

export interface TakeUpOptions {
  readonly plan: JsonObject;
  /** The person's; empty if the server signs in to the target. */
  readonly token: string;
  /** Start a new rollout even if the plan was run before. */
  readonly isNew: boolean;
}

/**
 * Starts the rollout of a plan, resumes it, or retries what failed in it. Throws HttpProblem if its state does not allow
 * that.
 */
export async function takeUpRollout(
  engine: CommandEngine,
  options: TakeUpOptions,
): Promise<TakenUp> {
  const { plan, token, isNew } = options;
  const digest = planDigest(plan);
  // The IDs lead from a plan to its rollouts.
  const service: RolloutService = {
    ...engine.service,
    newId() {
      const id = `${digest}-${randomUUID().slice(0, 8)}`;
      engine.workOn(id);
      return id;
    },
  };
  const found = isNew ? undefined : await continueRuns(engine, service, digest, options);
  if (found !== undefined) return found;
  const created = await createRollout(service, callerWith(token), plan);
  if ('id' in created) {
    return { how: 'new', record: (await findRollout(service.store, created.id))!, earlier: [] };
  }
  // Another process may have started the same plan at the same time.
  const other = isNew ? undefined : await continueRuns(engine, service, digest, options);
  return other ?? created;
}

/** Undefined if the plan was never run. */
async function continueRuns(
  engine: CommandEngine,
  service: RolloutService,
  digest: string,
  { plan, token }: TakeUpOptions,
): Promise<TakenUp | undefined> {
  const runs = await findRuns(service.store, digest);
  const latest = runs.findLast(({ ended_at: endedAt }) => endedAt === null) ?? runs.at(-1);
  if (latest === undefined) return undefined;
  const earlier = runs.filter(({ id }) => id !== latest.id);
  if (latest.ended_at === null) {
    engine.workOn(latest.id);
    const problems = await changePace(service, latest, plan);
    if (problems !== undefined) return { problems };
    await resume(service, latest.id, token);
    return { how: 'resumed', record: latest, earlier };
  }
  const { failed, skipped } = await countRows(service.store, latest.id);
  if (failed + skipped === 0) return { how: 'ended', record: latest, earlier };
  const id = await retryRollout(service, latest, token, ['failed', 'skipped']);
  const record = (await findRollout(service.store, id))!;
  const problems = await changePace(service, record, plan);
  return problems === undefined
    ? { how: 'retried', record, earlier: [...earlier, latest] }
    : { problems };
}

/** Pace and limits may have been changed in the plan since it was run. */
async function changePace(
  service: RolloutService,
  record: RolloutRecord,
  { plan }: JsonObject,
): Promise<readonly ShownProblem[] | undefined> {
  const given = Object.entries(asObject(plan)).filter(([key]) => pace.has(key));
  return given.length === 0 ? undefined : patchRollout(service, record, Object.fromEntries(given));
}

const pace: ReadonlySet<string> = new Set(['inFlight', 'perMinute', 'stopAt']);
const waiting: ReadonlySet<RolloutRecord['state']> = new Set(['paused', 'needs-token', 'stopped']);

async function resume(service: RolloutService, id: string, token: string): Promise<void> {
  const record = (await findRollout(service.store, id))!;
  service.engine.giveToken(id, token);
  if (waiting.has(record.state)) await resumeRollout(service, record, token);
}

/** The person at the command line, who may do everything in this store. */
function callerWith(token: string) {
  return {
    prove: () => Promise.resolve(token),
    maySee: () => Promise.resolve('yes' as const),
    cookie: undefined,
  };
}
