import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { storeRollout } from '#src/server/rollouts/rows/rows.testing.ts';
import { storeEngines } from '#src/server/store/stores.testing.ts';
import type { ServerStore } from '#src/server/store/store.ts';
import { createRowChanges } from './row-changes.ts';

describe.each(Object.entries(storeEngines))('on %s', (_engine, openStore) => {
  let store: ServerStore;
  beforeAll(async () => {
    store = await openStore();
  });
  afterAll(() => store.close());
  afterEach(async () => {
    await store.db.deleteFrom('rollouts').execute();
    await store.db.deleteFrom('rollout_rows').execute();
    await store.db.deleteFrom('rollout_names').execute();
  });

  /** A row as it becomes visible. */
  const commit = (position: number, revision: number) =>
    store.db
      .updateTable('rollout_rows')
      .set({ revision })
      .where('position', '=', position)
      .execute();
  const found = (position: number, revision: number) => ({ position, revision });

  it('a new reader finds what changes from now on, each once and in order', async () => {
    const id = await storeRollout(store, 4);
    await commit(0, 20);
    const changes = createRowChanges(store, id, undefined);
    expect(await changes.find(true)).toEqual([]);
    expect(changes.latest()).toBe(20);
    await commit(2, 22);
    await commit(1, 21);
    expect(await changes.find(false)).toEqual([found(1, 21), found(2, 22)]);
    expect(await changes.find(true)).toEqual([]);
    // At the same time as row 2.
    await commit(3, 22);
    expect(await changes.find(false)).toEqual([found(3, 22)]);
    expect(changes.latest()).toBe(22);
  });

  it('a reader that continues finds everything since its last revision', async () => {
    const id = await storeRollout(store, 3);
    await commit(0, 20);
    await commit(1, 21);
    const changes = createRowChanges(store, id, 20);
    expect(await changes.find(true)).toEqual([found(0, 20), found(1, 21)]);
    expect(await changes.find(true)).toEqual([]);
  });

  it('a change that is committed after later ones is found by looking back, once', async () => {
    const id = await storeRollout(store, 3);
    await commit(0, 500);
    const changes = createRowChanges(store, id, undefined);
    await changes.find(false);
    await commit(1, 499);
    await commit(2, 3);
    expect(await changes.find(false)).toEqual([]);
    expect(await changes.find(true)).toEqual([found(2, 3), found(1, 499)]);
    expect(await changes.find(true)).toEqual([]);
    expect(changes.latest()).toBe(500);
  });
});
