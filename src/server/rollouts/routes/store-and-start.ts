import type { Kysely } from 'kysely';
import { insertRollout, type NewRollout } from '#src/server/rollouts/rows/insert-rollout.ts';
import { LEASE_MS } from '#src/server/rollouts/work/lease.ts';
import type { StoreTables } from '#src/server/store/schema.ts';
import { requireTarget } from './change-rollout.ts';
import type { RolloutService, TargetPlace } from './rollout-service.ts';

/** A rollout without what its start decides. */
export type PlannedStart = Omit<
  NewRollout,
  keyof TargetPlace | 'id' | 'now' | 'owner' | 'leaseUntil'
>;

/**
 * Stores a rollout and starts it; returns its ID. `plan` runs within the transaction that stores it: if it throws,
 * nothing has changed. Throws HttpProblem, and NamesTaken.
 */
export async function storeAndStart(
  service: RolloutService,
  place: TargetPlace,
  token: string,
  plan: (trx: Kysely<StoreTables>, now: number) => Promise<PlannedStart>,
): Promise<string> {
  const { store, engine, newId, tell } = service;
  const { auth } = requireTarget(service, place.target);
  const id = newId();
  const now = await store.now();
  const insert = () =>
    insertRollout(store, async (trx) => ({
      ...(await plan(trx, now)),
      ...place,
      id,
      now,
      owner: engine.owner,
      leaseUntil: now + LEASE_MS,
    }));
  const started =
    auth === 'token' ? await engine.insertWithToken(id, token, insert) : await insert();
  const of = started.retryOf ?? started.rollbackOf;
  tell({
    rolloutId: id,
    target: place.target,
    event: 'start',
    action: started.action,
    total: started.rows.length,
    ...(of === undefined ? {} : { of }),
  });
  engine.wake();
  return id;
}
