/** How long the server keeps the token of a person. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTokenAuthorizer } from '#src/server/auth/token-authorizer.ts';
import { PROJECT } from '#src/server/scene.fixture.ts';
import { createRollout } from './routes/create-rollout.ts';
import { createRolloutScene, makeRollout, type RolloutScene } from './rollouts.testing.ts';
import { findRollout } from './rows/rollout-records.ts';
import { storeRollout } from './rows/rows.testing.ts';

let scene: RolloutScene;
beforeEach(async () => {
  scene = await createRolloutScene({
    mock: { tokens: ['good'] },
    target: { auth: 'token', authorizer: createTokenAuthorizer() },
  });
});
afterEach(() => scene.service.stop());

/** Stores a rollout that no process works on. */
const store = (id: string) =>
  storeRollout(
    scene.service.store,
    1,
    { waves: ['100%'] },
    {
      id,
      target: 'mock',
      projectId: PROJECT,
      body: JSON.stringify(makeRollout(1).body),
      rows: [{ subject: 'node-1', name: `app-${id}`, values: undefined }],
      leaseUntil: 0,
    },
  );

/** What becomes of it: `needs-token` if the engine has none for it. */
async function fateOf(id: string) {
  scene.service.engine.wake();
  const state = async () => (await findRollout(scene.service.store, id))!.state;
  await expect.poll(state, { timeout: 10_000 }).not.toBe('running');
  return state();
}

it('the token of a start that is refused is forgotten', async () => {
  const { ask, service, failStore } = scene;
  const good = { 'x-auth-token': 'good' };
  const request = makeRollout(2, { plan: { perMinute: 1 } });
  expect((await ask('POST', '/api/rollouts', request, good)).status).toBe(201);
  const caller = {
    prove: () => Promise.resolve('good'),
    maySee: () => Promise.resolve('yes' as const),
    cookie: undefined,
  };
  const start = (id: string, more = {}) =>
    createRollout({ ...service, newId: () => id }, caller, makeRollout(2, more));
  expect(await start('taken')).toHaveProperty('problems');
  failStore('SQLITE_FULL', /^insert into "rollout_rows"/);
  await expect(start('failed', { namePattern: 'other-{{n}}' })).rejects.toThrow();
  failStore(undefined);
  for (const id of ['taken', 'failed']) {
    await store(id);
    expect(await fateOf(id)).toBe('needs-token');
  }
});

it('the token of a rollout that is not open is forgotten, and not that of one that is being stored', async () => {
  const { engine } = scene.service;
  engine.giveToken('ended', 'good');
  await scene.untilLookedAt();
  await store('ended');
  expect(await fateOf('ended')).toBe('needs-token');
  await engine.insertWithToken('slow', 'good', async () => {
    await scene.untilLookedAt();
    await store('slow');
  });
  expect(await fateOf('slow')).toBe('done');
});
