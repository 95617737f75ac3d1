/** Aborting a rollout while the outcome of a request is unknown, on a target where each person has a token. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTokenAuthorizer } from '#src/server/auth/token-authorizer.ts';
import { DEPLOYMENTS, makeBody, PROJECT } from '#src/server/scene.fixture.ts';
import type { RolloutRowTable } from '#src/server/store/schema.ts';
import { abortRollout } from './routes/change-rollout.ts';
import { rollBackRollout } from './routes/linked-rollouts.ts';
import { createRolloutScene, makeRollout, type RolloutScene } from './rollouts.testing.ts';
import { findRollout } from './rows/rollout-records.ts';
import { storeRollout } from './rows/rows.testing.ts';

const SETTLE_MS = 600_000;

let scene: RolloutScene;
beforeEach(async () => {
  scene = await createRolloutScene({
    mock: { tokens: ['good'] },
    target: { auth: 'token', authorizer: createTokenAuthorizer() },
    settleMs: SETTLE_MS,
  });
});
afterEach(() => scene.service.stop());

const ask = (method: string, path: string, body?: unknown) =>
  scene.ask(method, path, body, { 'x-auth-token': 'good' });
const show = async (id: string) => (await ask('GET', `/api/rollouts/${id}`)).json;
const record = async (id: string) => (await findRollout(scene.service.store, id))!;
async function untilEnded(id: string): Promise<void> {
  const endedAt = async () => (await record(id)).ended_at;
  await expect.poll(endedAt, { timeout: 10_000 }).not.toBe(null);
}

/** As after a restart of the server in the middle of a request. */
async function interrupt(id: string, row: Partial<RolloutRowTable>): Promise<void> {
  const { db } = scene.service.store;
  await db.updateTable('rollout_rows').set(row).where('rollout_id', '=', id).execute();
  const open = { state: 'needs-token', ended_at: null, owner: null, lease_until: 0 } as const;
  await db.updateTable('rollouts').set(open).where('id', '=', id).execute();
}

it('the token of the person who aborts looks up what was sent', async () => {
  const claimed_at = Date.now() - 1_000;
  const { store } = scene.service;
  const id = await storeRollout(
    store,
    1,
    {},
    {
      target: 'mock',
      projectId: PROJECT,
      body: JSON.stringify(makeRollout(1).body),
      leaseUntil: 0,
    },
  );
  await interrupt(id, { state: 'unknown', claim: 'c', claimed_at, unsettled_since: claimed_at });
  const body = makeBody('app-1', { node_ids: ['node-1'] });
  expect((await ask('POST', `/ief/mock${DEPLOYMENTS}`, body)).status).toBe(200);
  expect((await ask('POST', `/api/rollouts/${id}/abort`)).status).toBe(200);
  await untilEnded(id);
  expect(await show(id)).toMatchObject({ state: 'aborted', counts: { ready: 1, unknown: 0 } });
  expect((await ask('POST', `/api/rollouts/${id}/roll-back`)).status).toBe(201);
});

it('without a token it ends once the request can no longer take effect, and can be rolled back', async () => {
  const deployments = `/ief/mock${DEPLOYMENTS}`;
  const app = (await ask('POST', deployments, makeBody())).json.id as string;
  const containers = [{ name: 'container-0', image_url: 'nginx:2' }];
  const { json } = await ask('POST', '/api/rollouts', {
    target: 'mock',
    projectId: PROJECT,
    action: 'update',
    deployments: [{ id: app }],
    body: { deployment: { template: { containers } } },
    plan: { waves: ['100%'], perMinute: 6000 },
  });
  const id = json.id as string;
  await untilEnded(id);
  await scene.untilLookedAt();
  await interrupt(id, { state: 'sending', deployment_id: null, claimed_at: Date.now() });
  await abortRollout(scene.service, await record(id), '');
  await scene.untilLookedAt();
  await expect(rollBackRollout(scene.service, await record(id), '')).rejects.toThrow(
    'not known yet',
  );
  const { db } = scene.service.store;
  const claimed_at = Date.now() - SETTLE_MS;
  await db.updateTable('rollout_rows').set({ claimed_at }).execute();
  await untilEnded(id);
  const { nodes } = (await ask('GET', `/api/rollouts/${id}/nodes`)).json;
  expect(nodes).toMatchObject([{ state: 'failed', error: { code: 'outcome_unknown' } }]);
  const back = (await ask('POST', `/api/rollouts/${id}/roll-back`)).json.id as string;
  await untilEnded(back);
  expect(await show(back)).toMatchObject({ state: 'done', counts: { ready: 1 } });
  const { template } = (await ask('GET', `${deployments}/${app}`)).json;
  expect(template.containers[0].image_url).toBe('nginx:alpine');
});

it('an ended rollout of an older version, whose outcomes stay unknown, is rolled back without them', async () => {
  const { json } = await ask('POST', '/api/rollouts', makeRollout(2));
  const id = json.id as string;
  await untilEnded(id);
  await scene.service.store.db
    .updateTable('rollout_rows')
    .set({ state: 'unknown', deployment_id: null })
    .where('position', '=', 0)
    .execute();
  const back = (await ask('POST', `/api/rollouts/${id}/roll-back`)).json.id as string;
  expect(await show(back)).toMatchObject({ action: 'delete', total: 1 });
});
