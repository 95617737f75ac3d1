import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeRollout, findRollout } from '#src/server/rollouts/rows/rollout-records.ts';
import { NOW, storeRollout } from '#src/server/rollouts/rows/rows.testing.ts';
import { openLibsqlStore } from '#src/server/store/libsql-store.ts';
import type { ServerStore } from '#src/server/store/store.ts';
import { systemClock } from '#src/server/time/clock.ts';
import type { WorkerDeps, WorkerEvent } from './worker-state.ts';
import { createWorker } from './worker.ts';

let store: ServerStore;
beforeEach(async () => {
  store = await openLibsqlStore(':memory:', () => NOW);
});
afterEach(() => store.close());

it('a rollout that a person has just aborted is not reported as done', async () => {
  await storeRollout(store, 1);
  await store.db.updateTable('rollout_rows').set({ state: 'ready' }).execute();
  const read = async () => (await findRollout(store, 'r1'))!;
  const before = await read();
  const events: WorkerEvent[] = [];
  const deps: WorkerDeps = {
    store,
    clock: systemClock,
    owner: 'me',
    settings: { settleMs: 1, sendWithinMs: 1, readyPollMs: 1, nodesPollMs: 1 },
    newId: () => 'claim',
    callTarget: () => Promise.resolve({ kind: 'unknown', code: 'none', message: '' }),
    token: () => '',
    dropToken: () => undefined,
    wake: () => undefined,
    tell: (event) => events.push(event),
  };
  const worker = createWorker(before, '{}', deps, new Set());
  await changeRollout(store, 'r1', ['running'], { state: 'aborted' }, NOW);
  await worker.pass(before, NOW);
  expect(events).toEqual([]);
  await worker.pass(await read(), NOW);
  expect(events).toMatchObject([{ event: 'state', state: 'aborted' }]);
  expect(await read()).toMatchObject({ state: 'aborted', ended_at: NOW });
  await worker.stop();
});
