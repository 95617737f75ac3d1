import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { createServerApp } from '#src/server/create-server-app.ts';
import { readConfig } from '#src/server/config/config.ts';
import { createAsk, DEPLOYMENTS } from '#src/server/scene.fixture.ts';
import { systemClock } from '#src/server/time/clock.ts';
import { openStore, type StoreLocation } from './open-store.ts';
import type { ServerStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'ief-open-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('creates a file and its folder for this user only, and finds its rows again', async () => {
  const location: StoreLocation = { kind: 'file', path: join(folder, 'deep/store.db') };
  for (const count of [0, 1]) {
    const opened = await openStore(location, Date.now);
    if ('reason' in opened) throw new Error(opened.reason);
    const { db, close } = opened.store;
    const names = await db.selectFrom('rollout_names').selectAll().execute();
    expect(names).toHaveLength(count);
    const name = { target: 't', project_id: 'p', claimed: `n${count}`, rollout_id: 'r' };
    await db.insertInto('rollout_names').values(name).execute();
    await close();
  }
  expect(statSync(location.path).mode & 0o077).toBe(0);
  // As `cp` restores a backup.
  chmodSync(location.path, 0o644);
  const restored = await openStore(location, Date.now);
  if ('store' in restored) await restored.store.close();
  expect(statSync(location.path).mode & 0o077).toBe(0);
});

it.each(['no database'.repeat(100), 'short'])(
  'leaves the mode and content of a file that is no database, also behind a link',
  async (content) => {
    const foreign = join(folder, 'foreign');
    const path = join(folder, `link-${content.length}`);
    writeFileSync(foreign, content);
    chmodSync(foreign, 0o644);
    symlinkSync(foreign, path);
    const opened = await openStore({ kind: 'file', path }, Date.now);
    expect('reason' in opened && opened.reason).toContain('(SQLITE_NOTADB)');
    expect(statSync(foreign).mode & 0o777).toBe(0o644);
    expect(readFileSync(foreign, 'utf8')).toBe(content);
  },
);

it.skipIf(process.platform === 'win32')('refuses what is no file', async () => {
  const { mode } = statSync('/dev/null');
  const opened = await openStore({ kind: 'file', path: '/dev/null' }, Date.now);
  expect('reason' in opened && opened.reason).toContain('(SQLITE_NOTADB)');
  expect(statSync('/dev/null').mode).toBe(mode);
});

it('waits for the disk at every write but relaxed ones', async () => {
  const opened = await openStore({ kind: 'file', path: join(folder, 'relaxed.db') }, Date.now);
  if ('reason' in opened) throw new Error(opened.reason);
  const { store } = opened;
  const read = async (db: Pick<ServerStore['db'], 'executeQuery'>) =>
    (await db.executeQuery(CompiledQuery.raw('pragma synchronous'))).rows;
  const [normal, full] = [[{ synchronous: 1 }], [{ synchronous: 2 }]];
  expect(await read(store.db)).toEqual(full);
  expect(await store.relaxed(read)).toEqual(normal);
  await expect(store.relaxed(() => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
  expect(await read(store.db)).toEqual(full);
  await store.close();
});

it.each<[string, () => StoreLocation, RegExp]>([
  ['off', () => ({ kind: 'off' }), /^IEF_STORE is off\.$/],
  [
    'a file that is no database',
    () => {
      const path = join(folder, 'text.db');
      writeFileSync(path, 'no database'.repeat(100));
      return { kind: 'file', path };
    },
    /^The store cannot be opened: the file .*text\.db is not usable \(\w+\)\.$/,
  ],
  [
    'a database that does not respond',
    () => ({ kind: 'postgres', url: 'postgres://me:canary@127.0.0.1:1/ief' }),
    /^The store cannot be opened: the PostgreSQL database is not usable \(ECONNREFUSED\)\.$/,
  ],
])(
  'without a store (%s) says why, has no rollouts and does the rest',
  async (_what, at, reason) => {
    const opened = await openStore(at(), Date.now);
    expect('reason' in opened && opened.reason).toMatch(reason);
    const { app } = createServerApp(readConfig({}), {
      clock: systemClock,
      newId: () => 'id',
      log: () => undefined,
      port: () => 8080,
      opened,
    });
    const ask = createAsk(app);
    const refused = await ask('POST', '/api/rollouts', {});
    expect([refused.status, refused.json.error_code]).toEqual([503, 'BUILDER.rollouts_off']);
    expect(refused.text).not.toContain('canary');
    expect((await ask('GET', `/ief/mock${DEPLOYMENTS}`)).status).toBe(200);
  },
);
