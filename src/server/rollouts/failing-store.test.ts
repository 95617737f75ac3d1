/** A store that fails while the server runs. */
import { afterEach, expect, it } from 'vitest';
import { createRolloutScene, makeRollout, type RolloutScene } from './rollouts.testing.ts';
import { createTokenAuthorizer } from '#src/server/auth/token-authorizer.ts';
import { UpstreamFailure } from '#src/server/proxy/upstream/upstream.ts';
import { findRollout } from './rows/rollout-records.ts';
import { storeRollout } from './rows/rows.testing.ts';
import type { WorkerEvent } from './work/worker-state.ts';

let scene: RolloutScene;
afterEach(() => scene.service.stop());

it('the routes say so and when to ask again, and the rollout goes on once it works', async () => {
  scene = await createRolloutScene();
  const id = await scene.start(3, { plan: { waves: [1, '100%'], gate: 'manual' } });
  await scene.until(id, 'paused');
  scene.failStore('SQLITE_FULL');
  for (const [method, path, body] of [
    ['GET', ''],
    ['GET', `/${id}`],
    ['GET', `/${id}/nodes`],
    ['GET', `/${id}/events`],
    ['POST', '', makeRollout(1, { namePattern: 'other' })],
    ['POST', `/${id}/resume`],
  ] as const) {
    const { status, json, headers } = await scene.ask(method, `/api/rollouts${path}`, body);
    expect([method, path, status, json.error_code]).toEqual([
      method,
      path,
      503,
      'BUILDER.store_failed',
    ]);
    expect(headers.get('retry-after')).toBe('5');
  }
  scene.failStore(undefined);
  expect((await scene.ask('POST', `/api/rollouts/${id}/resume`)).status).toBe(200);
  await scene.until(id, 'done');
});

it('a mistake of ours is still a bug', async () => {
  scene = await createRolloutScene();
  scene.failStore('SQLITE_ERROR');
  const { status, json } = await scene.ask('GET', '/api/rollouts');
  expect([status, json.error_code]).toEqual([500, 'BUILDER.internal']);
  scene.failStore(undefined);
});

it('while outcomes cannot be written, the target is not asked again and again', async () => {
  const events: WorkerEvent[] = [];
  let isLost = true;
  scene = await createRolloutScene({
    settleMs: 60_000,
    tell: (event) => events.push(event),
    wrap: (mock) => async (request) => {
      const answer = await mock(request);
      if (request.method !== 'POST' || !isLost) return answer;
      isLost = false;
      scene.failStore('SQLITE_FULL', /^update "rollout_rows" set "state" = \?, "deployment_id"/);
      throw new UpstreamFailure('reset', true);
    },
  });
  await scene.start(1);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const lookups = events.filter(({ event }) => event === 'lookup');
  scene.failStore(undefined);
  expect(events.some(({ event }) => event === 'failure')).toBe(true);
  expect(lookups.length).toBeLessThanOrEqual(2);
});

it('an aborted rollout that no one has a token for ends as a whole, or is tried again', async () => {
  const events: WorkerEvent[] = [];
  scene = await createRolloutScene({
    tell: (event) => events.push(event),
    target: { auth: 'token', authorizer: createTokenAuthorizer() },
  });
  const { store, engine } = scene.service;
  scene.failStore('SQLITE_FULL', /^delete from "rollout_names"/);
  await storeRollout(store, 1, {}, { target: 'mock', leaseUntil: 0 });
  await store.db.updateTable('rollouts').set({ state: 'aborted' }).execute();
  engine.wake();
  await expect.poll(() => events.some(({ event }) => event === 'failure')).toBe(true);
  const endedAt = async () => (await findRollout(store, 'r1'))!.ended_at;
  expect(await endedAt()).toBe(null);
  scene.failStore(undefined);
  await expect.poll(endedAt, { timeout: 10_000 }).not.toBe(null);
  expect(await store.db.selectFrom('rollout_names').selectAll().execute()).toEqual([]);
});
