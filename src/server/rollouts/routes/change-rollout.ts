import type { core, infer as Infer } from 'zod/mini';
import { HttpProblem } from '#src/server/http/kit/problem.ts';
import type { ProxyTarget } from '#src/server/proxy/target.ts';
import { rolloutPatchSchema } from '#src/domain/rollout/rollout-plan.ts';
import { countOf, rateOf } from '#src/domain/rollout/waves.ts';
import { markAborted } from '#src/server/rollouts/rows/abort-rollout.ts';
import { changeRow } from '#src/server/rollouts/rows/claim-rows.ts';
import { changeRollout, type RolloutRecord } from '#src/server/rollouts/rows/rollout-records.ts';
import { makeRoom } from '#src/server/rollouts/rows/kept-rollouts.ts';
import { removeRollout } from '#src/server/rollouts/rows/remove-rollout.ts';
import { countRows } from '#src/server/rollouts/rows/count-rows.ts';
import type { RolloutService } from './rollout-service.ts';
import type { ShownProblem } from './rollout-views.ts';

/**
 * Limits what is stored about rollouts of the embedded mock: ended ones make room, except `keptId`. Throws HttpProblem
 * rollout_state if the unfinished ones leave none.
 */
export async function requireRoom(
  { store, targets }: Pick<RolloutService, 'store' | 'targets'>,
  targetId: string,
  keptId?: string,
): Promise<void> {
  const target = targets.find(({ id }) => id === targetId);
  if (target?.kind !== 'mock' || (await makeRoom(store, targetId, keptId))) return;
  throw refuseState('Too many rollouts run on the embedded mock. Abort some of them.');
}

/** The actions of a person on a rollout. Each throws HttpProblem rollout_state if its state does not allow it. */

export async function pauseRollout(
  { store, engine, tell }: RolloutService,
  { id, target }: RolloutRecord,
): Promise<void> {
  const patch = { state: 'paused', reason: 'person' } as const;
  const now = await store.now();
  const isChanged = await changeRollout(store, id, ['running', 'needs-token'], patch, now);
  if (!isChanged) throw refuseState('Only a running rollout can be paused.');
  tell({ rolloutId: id, target, event: 'state', state: 'paused', reason: 'person' });
  engine.wake();
}

/** Goes on; `token` is the person's. At a gate, it opens the next wave. */
export async function resumeRollout(
  service: RolloutService,
  record: RolloutRecord,
  token: string,
): Promise<void> {
  const { store, engine, tell } = service;
  const { id, state, reason } = record;
  const resumable: readonly RolloutRecord['state'][] = ['paused', 'needs-token', 'stopped'];
  if (!resumable.includes(state))
    throw refuseState('Only a paused or stopped rollout can be resumed.');
  requireTarget(service, record.target);
  if (state === 'stopped' && (await countRows(store, id)).failed >= record.stop_at) {
    throw refuseState('The failure limit is still reached. Raise stopAt first.');
  }
  const next = record.wave + 1;
  const waveEnd = (JSON.parse(record.wave_ends) as readonly number[])[next];
  const opens = reason === 'gate' && waveEnd !== undefined;
  await lendToken(service, record, token);
  const patch = {
    state: 'running',
    reason: null,
    hold_until: 0,
    ...(opens ? { wave: next, wave_end: waveEnd } : {}),
  } as const;
  const isChanged = await changeRollout(store, id, [state], patch, await store.now());
  if (!isChanged) throw refuseState('The rollout has just changed. Try again.');
  tell({
    rolloutId: id,
    target: record.target,
    event: 'state',
    state: 'running',
    reason: 'person',
  });
  engine.wake();
}

/** Sends nothing more. What was sent is still looked up, with the person's `token`. */
export async function abortRollout(
  service: RolloutService,
  record: RolloutRecord,
  token: string,
): Promise<void> {
  const { store, engine, tell } = service;
  const { id, target, state } = record;
  if (state === 'done' || state === 'aborted') throw refuseState('The rollout has ended.');
  await lendToken(service, record, token);
  const now = await store.now();
  const from = ['running', 'paused', 'needs-token', 'stopped'] as const;
  const isChanged = await store.db
    .transaction()
    .execute((db) => markAborted({ db }, id, from, now));
  if (!isChanged) throw refuseState('The rollout has ended.');
  tell({ rolloutId: id, target, event: 'state', state: 'aborted', reason: 'person' });
  engine.wake();
}

/** Changes rates and limits of a rollout that has not ended. Returns why the change is refused, if it is. */
export async function patchRollout(
  { store, engine }: RolloutService,
  { id, total, ended_at: endedAt }: RolloutRecord,
  json: unknown,
): Promise<readonly ShownProblem[] | undefined> {
  if (endedAt !== null) throw refuseState('The rollout has ended.');
  const parsed = rolloutPatchSchema.safeParse(json);
  if (!parsed.success) return problemsOf(parsed.error);
  // Not `parsed.data`, in which defaults would replace absent keys.
  const given = json as Infer<typeof rolloutPatchSchema>;
  const { stopAt, inFlight, perMinute } = given;
  const rate = perMinute === undefined ? undefined : rateOf(perMinute);
  await store.db
    .updateTable('rollouts')
    .set((set) => ({
      ...(stopAt === undefined ? {} : { stop_at: countOf(stopAt, total) }),
      ...(inFlight === undefined ? {} : { in_flight: inFlight }),
      ...(perMinute === undefined ? {} : { per_minute: perMinute }),
      ...(rate === undefined ? {} : { rate_count: rate.rateCount, rate_ms: rate.rateMs }),
      revision: set('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute();
  engine.wake();
  return undefined;
}

function problemsOf({ issues }: core.$ZodError): readonly ShownProblem[] {
  return issues.map(({ path, message }) => ({ path: `/${path.join('/')}`, message }));
}

/** Leaves a row out that was not sent yet. */
export async function skipRow(
  { store, engine }: RolloutService,
  { id }: RolloutRecord,
  subject: string,
): Promise<void> {
  const row = await store.db
    .selectFrom('rollout_rows')
    .selectAll()
    .where('rollout_id', '=', id)
    .where('subject', '=', subject)
    .executeTakeFirst();
  if (row === undefined) throw new HttpProblem('BUILDER.not_found', 'The rollout has no such row.');
  const isSkipped = await changeRow(store, row, ['waiting'], {
    state: 'skipped',
    error_code: 'person',
    error_message: 'A person skipped it.',
    since: await store.now(),
  });
  if (!isSkipped) throw refuseState('Only a waiting row can be skipped.');
  engine.wake();
}

/** Removes a rollout that has ended, with everything stored for it. */
export async function deleteRollout(
  { store }: RolloutService,
  { id, ended_at: endedAt }: RolloutRecord,
): Promise<void> {
  if (endedAt === null) throw refuseState('Only a finished rollout can be removed.');
  await removeRollout(store, id);
}

/** Lets this process look up and send rows of an unfinished rollout with a person's token, if its target needs one. */
export async function lendToken(
  { engine, targets }: RolloutService,
  { id, target }: RolloutRecord,
  token: string,
): Promise<void> {
  const needsToken = targets.some((one) => one.id === target && one.auth === 'token');
  // Without one, the process that has a token goes on.
  if (token === '' || !needsToken) return;
  engine.giveToken(id, token);
  await engine.takeOver(id);
}

/** The target of a rollout. Throws HttpProblem rollout_state if it is no longer configured. */
export function requireTarget(
  { targets }: Pick<RolloutService, 'targets'>,
  id: string,
): ProxyTarget {
  const target = targets.find((target) => target.id === id);
  if (target === undefined) {
    throw refuseState(`The target ${id} is not configured on this server.`);
  }
  return target;
}

/** The state of the rollout does not allow it. */
export function refuseState(message: string): HttpProblem {
  return new HttpProblem('BUILDER.rollout_state', message);
}
