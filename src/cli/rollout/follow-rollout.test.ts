import { expect, it } from 'vitest';
import type { RolloutService } from '#src/server/rollouts/routes/rollout-service.ts';
import { findRollout } from '#src/server/rollouts/rows/rollout-records.ts';
import { NOW, storeRollout } from '#src/server/rollouts/rows/rows.testing.ts';
import { openLibsqlStore } from '#src/server/store/libsql-store.ts';
import { followRollout } from './follow-rollout.ts';

it('reports every row, also one whose change was committed after later ones', async () => {
  const store = await openLibsqlStore(':memory:', () => NOW);
  const id = await storeRollout(store, 2);
  const set = (position: number, revision: number) =>
    store.db
      .updateTable('rollout_rows')
      .set({ state: 'skipped', revision })
      .where('position', '=', position)
      .execute();
  await set(0, 9);
  const reported: string[] = [];
  const { rows } = await followRollout(
    { store, engine: { stop: () => Promise.resolve() } } as unknown as RolloutService,
    (await findRollout(store, id))!,
    {
      row: async ({ subject, state }) => void reported.push(`${subject} ${state}`),
      // After the first look.
      say: async () => {
        await set(1, 8);
        await store.db.updateTable('rollouts').set({ state: 'done', ended_at: NOW }).execute();
      },
    },
    new AbortController().signal,
  );
  expect(reported).toEqual(['node-1 skipped', 'node-2 skipped']);
  expect([...rows.values()].map(({ state }) => state)).toEqual(['skipped', 'skipped']);
  await store.close();
});
