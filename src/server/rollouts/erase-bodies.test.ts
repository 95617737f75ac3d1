import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openLibsqlStore } from '#src/server/store/libsql-store.ts';
import { storeRollout } from './rows/rows.testing.ts';
import { createEraser } from './work/erase-bodies.ts';

const folder = mkdtempSync(join(tmpdir(), 'ief-erase-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY_MS = 86_400_000;
const clock = { elapsed: () => 1, wall: Date.now };

it('nothing of a body is left in the files of the store once it was erased', async () => {
  const store = await openLibsqlStore(join(folder, 'store.db'), Date.now);
  const canary = (kind: string) => JSON.stringify({ [`canary-${kind}`]: 'x'.repeat(3000) });
  const row = { subject: 'd1', name: 'app', values: { '/description': 'canary-values' } };
  await storeRollout(
    store,
    1,
    { waves: ['100%'] },
    {
      body: canary('body'),
      rows: [{ ...row, baseline: canary('baseline'), restore: canary('restore') }],
    },
  );
  const files = () =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('');
  for (const kind of ['body', 'values', 'baseline', 'restore']) {
    expect(files().includes(`canary-${kind}`)).toBe(true);
  }
  const ended = { state: 'done', ended_at: Date.now() - 30 * DAY_MS } as const;
  await store.db.updateTable('rollouts').set(ended).execute();
  await createEraser(store, clock, 31 * DAY_MS)();
  expect(files().includes('canary-body')).toBe(true);
  const before = Date.now();
  await createEraser(store, clock, 29 * DAY_MS)();
  expect(files().includes('canary')).toBe(false);
  const erasedAt = async () =>
    (await store.db.selectFrom('rollouts').select('erased_at').executeTakeFirstOrThrow()).erased_at;
  const first = await erasedAt();
  expect(first).toBeGreaterThanOrEqual(before);
  await store.db.updateTable('rollouts').set({ erased_at: 1 }).execute();
  await createEraser(store, clock, 29 * DAY_MS)();
  // Once is enough.
  expect(await erasedAt()).toBe(1);
  await store.close();
});
