/** The queries of rollouts, on both engines of the store. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { storeEngines } from '#src/server/store/stores.testing.ts';
import type { RolloutTable } from '#src/server/store/schema.ts';
import { migrateStore, type ServerStore } from '#src/server/store/store.ts';
import { changeRow, claimRows } from './claim-rows.ts';
import { endRollout } from './end-rollout.ts';
import { NamesTaken } from './insert-rollout.ts';
import { makeRoom } from './kept-rollouts.ts';
import { changeRollout, findRollout } from './rollout-records.ts';
import { countOpen, countRows, countWave } from './count-rows.ts';
import { NOW, storeRollout } from './rows.testing.ts';

describe.each(Object.entries(storeEngines))('on %s', (_engine, open) => {
  let store: ServerStore;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  afterEach(async () => {
    for (const table of ['rollouts', 'rollout_rows', 'rollout_names'] as const) {
      await store.db.deleteFrom(table).execute();
    }
  });

  let claims = 0;
  const claim = (now = NOW, owner = 'me', rolloutId = 'r1') =>
    claimRows(store, { rolloutId, owner, now, claim: `c${++claims}` });
  const positions = async (now?: number, owner?: string) =>
    (await claim(now, owner)).map(({ position }) => position);
  const set = (patch: Partial<RolloutTable>) =>
    store.db.updateTable('rollouts').set(patch).where('id', '=', 'r1').execute();
  const setRow = (position: number, patch: object) =>
    store.db.updateTable('rollout_rows').set(patch).where('position', '=', position).execute();
  const all = { waves: ['100%'], perMinute: 6000, inFlight: 64 };

  it('stores any text that a target may send, with U+FFFD for U+0000', async () => {
    await storeRollout(store, 1, all);
    for (const text of ['a\0b', '\0', 'x\ud800', '\u202e\u001b[31m']) {
      const error = { error_code: text, error_message: text, deployment_id: text };
      await setRow(0, error);
      const kept = await store.db.selectFrom('rollout_rows').selectAll().executeTakeFirstOrThrow();
      const expected = Buffer.from(text.replaceAll('\0', '\uFFFD')).toString();
      expect(kept).toMatchObject({
        error_code: expected,
        error_message: expected,
        deployment_id: expected,
      });
    }
  });

  it('counts what it keeps of the rollouts of one target', async () => {
    const none = { rollouts: 9, rows: 99, characters: 999 };
    const is = async (limits: Partial<typeof none>, target = 'lab') =>
      !(await makeRoom(store, target, undefined, { ...none, ...limits }));
    await storeRollout(store, 4, all, { body: JSON.stringify({ name: 'x'.repeat(89) }) });
    await setRow(1, { values_json: 'y'.repeat(300), baseline: 'z'.repeat(100) });
    expect(await is({})).toBe(false);
    expect(await is({ rollouts: 1 })).toBe(true);
    expect(await is({ rows: 4 })).toBe(true);
    expect(await is({ characters: 500 })).toBe(true);
    expect(await is({ characters: 501 })).toBe(false);
    expect(await is({ rollouts: 1 }, 'another')).toBe(false);
  });

  it('removes ended rollouts to make room, never unfinished ones or the one to keep', async () => {
    const limits = { rollouts: 1, rows: 99, characters: 999 };
    const left = async () => (await store.db.selectFrom('rollouts').select('id').execute()).length;
    await storeRollout(store, 2, all);
    expect(await makeRoom(store, 'lab', undefined, limits)).toBe(false);
    await set({ ended_at: NOW });
    expect(await makeRoom(store, 'lab', 'r1', limits)).toBe(false);
    expect(await left()).toBe(1);
    expect(await makeRoom(store, 'lab', undefined, limits)).toBe(true);
    expect(await left()).toBe(0);
    expect(await store.db.selectFrom('rollout_rows').select('position').execute()).toEqual([]);
  });

  it('runs its migrations twice without harm and knows the time', async () => {
    await migrateStore(store.db);
    expect(Math.abs((await store.now()) - Date.now())).toBeLessThan(60_000);
  });

  it('claims rows in order, each once, and records claim, time and try', async () => {
    await storeRollout(store, 5, { ...all, inFlight: 3 });
    const rows = await claim();
    expect(rows.map(({ position }) => position)).toEqual([0, 1, 2]);
    expect(rows[0]).toMatchObject({
      state: 'sending',
      tries: 1,
      claim: `c${claims}`,
      claimed_at: NOW,
    });
    expect(await positions()).toEqual([]);
    await changeRow(store, rows[1]!, ['sending'], { state: 'accepted' });
    expect(await positions(NOW + 5)).toEqual([3]);
  });

  it('claims only in open waves', async () => {
    await storeRollout(store, 30, { ...all, waves: [1, '10%', '100%'] });
    expect(await positions()).toEqual([0]);
    await set({ wave: 1, wave_end: 3 });
    expect(await positions()).toEqual([1, 2]);
  });

  it.each([
    ['paused', { state: 'paused' }],
    ['waiting for a token', { state: 'needs-token' }],
    ['stopped', { state: 'stopped' }],
    ['aborted', { state: 'aborted' }],
    ['owned by another process', { owner: 'you' }],
    ['past its lease', { lease_until: NOW }],
    ['told to hold', { hold_until: NOW + 1 }],
  ] as const)('claims nothing while the rollout is %s', async (_why, patch) => {
    await storeRollout(store, 3, all);
    await set(patch);
    expect(await positions()).toEqual([]);
  });

  it('claims nothing at the failure limit, and goes on once it is raised', async () => {
    await storeRollout(store, 9, { ...all, stopAt: 2 });
    await setRow(0, { state: 'failed' });
    await set({ in_flight: 1 });
    expect(await positions()).toEqual([1]);
    await setRow(1, { state: 'failed' });
    expect(await positions()).toEqual([]);
    await set({ stop_at: 3 });
    expect(await positions()).toEqual([2]);
  });

  it('keeps the rate in every span of time', async () => {
    await storeRollout(store, 30, { ...all, perMinute: 180 });
    expect(await positions(NOW)).toEqual([0, 1, 2]);
    expect(await positions(NOW + 999)).toEqual([]);
    expect(await positions(NOW + 1000)).toEqual([3, 4, 5]);
  });

  it('counts rows of unknown outcome against twice the requests in flight', async () => {
    await storeRollout(store, 9, { ...all, inFlight: 2 });
    for (let round = 0; round < 2; round++) {
      for (const row of await claim())
        await changeRow(store, row, ['sending'], { state: 'unknown' });
    }
    expect(await positions()).toEqual([]);
  });

  it('skips rows of offline nodes and rows that wait for their next try', async () => {
    await storeRollout(store, 4, all);
    await setRow(0, { offline_since: NOW - 5 });
    await setRow(1, { next_at: NOW + 1000 });
    expect(await positions()).toEqual([2, 3]);
    expect(await positions(NOW + 1000)).toEqual([1]);
    expect((await countWave(store, 'r1', 4)).open).toMatchObject({ waiting: 0, sending: 3 });
    expect(await countRows(store, 'r1')).toMatchObject({ waiting: 1, sending: 3 });
    expect(await countOpen(store)).toEqual({
      rollouts: { running: 1 },
      rows: expect.objectContaining({ waiting: 1, sending: 3 }) as object,
    });
  });

  it('does not wait for a time that was written before the clock was set back', async () => {
    await storeRollout(store, 2, all);
    await setRow(0, { next_at: NOW + 86_400_000 });
    await set({ hold_until: NOW + 86_400_000 });
    expect(await positions()).toEqual([0, 1]);
  });

  it('changes a row only for the process that holds its claim', async () => {
    await storeRollout(store, 1, all);
    const [row] = await claim();
    expect(
      await changeRow(store, { ...row!, claim: 'other' }, ['sending'], { state: 'ready' }),
    ).toBe(false);
    expect(await changeRow(store, row!, ['waiting'], { state: 'ready' })).toBe(false);
    expect(await changeRow(store, row!, ['sending'], { state: 'ready' })).toBe(true);
  });

  it('gives every change of a row a higher revision', async () => {
    await storeRollout(store, 2, { ...all, inFlight: 1 });
    const [first] = await claim();
    await changeRow(store, first!, ['sending'], { state: 'accepted' });
    const [second] = await claim();
    expect(first?.revision).toBe(2);
    expect(second?.revision).toBe(4);
  });

  it('refuses names of an unfinished rollout and stores nothing then', async () => {
    await storeRollout(store, 3);
    await expect(storeRollout(store, 2, {}, { id: 'r2' })).rejects.toThrow(NamesTaken);
    await storeRollout(store, 2, {}, { id: 'r3', projectId: 'p2' });
    await storeRollout(store, 2, {}, { id: 'r4', retryOf: 'r1' });
    const ids = await store.db.selectFrom('rollouts').select('id').orderBy('id').execute();
    expect(ids.map(({ id }) => id)).toEqual(['r1', 'r3', 'r4']);
    const rows = await store.db.selectFrom('rollout_rows').select('rollout_id').execute();
    expect(rows).toHaveLength(7);
  });

  it('changes the state of a rollout only from the expected states', async () => {
    await storeRollout(store, 1);
    expect(await changeRollout(store, 'r1', ['paused'], { state: 'running' }, NOW)).toBe(false);
    expect(await changeRollout(store, 'r1', ['running'], { state: 'paused' }, NOW)).toBe(true);
  });

  it('ends a rollout once, and frees its names only then', async () => {
    await storeRollout(store, 1);
    const names = () => store.db.selectFrom('rollout_names').select('claimed').execute();
    expect(await endRollout(store, { id: 'r1', state: 'paused' }, NOW)).toBe(false);
    expect(await names()).toHaveLength(1);
    expect(await endRollout(store, { id: 'r1', state: 'running' }, NOW)).toBe(true);
    expect(await names()).toEqual([]);
    expect(await endRollout(store, { id: 'r1', state: 'done' }, NOW + 1)).toBe(false);
    expect(await findRollout(store, 'r1')).toMatchObject({ state: 'done', ended_at: NOW });
  });

  it('ends an aborted rollout without rows that wait', async () => {
    await storeRollout(store, 2);
    await set({ state: 'aborted' });
    await setRow(0, { state: 'ready' });
    expect(await endRollout(store, { id: 'r1', state: 'aborted' }, NOW)).toBe(true);
    expect(await countRows(store, 'r1')).toMatchObject({ ready: 1, skipped: 1, waiting: 0 });
  });
});
