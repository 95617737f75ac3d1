import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { CompiledQuery, Kysely, Migrator, PostgresDialect, type SqliteDatabase } from 'kysely';
import Libsql from 'libsql';
import pg from 'pg';
import { expect, it } from 'vitest';
import { libsqlStoreOn } from './libsql-store.ts';
import { storeMigrations } from './migrations.ts';
import type { StoreTables } from './schema.ts';
import { migrateStore } from './store.ts';

/** A database without tables, of each engine. */
const engines = {
  libsql: () =>
    Promise.resolve(
      libsqlStoreOn(new Libsql(':memory:') as unknown as SqliteDatabase, Date.now).db,
    ),
  postgres: async () => {
    const pool = new pg.Pool({ ...createPgConfig(await PGlite.create()), max: 1 });
    return new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool }) });
  },
};

const migrateTo = (db: Kysely<StoreTables>, name: string) =>
  new Migrator({ db, provider: storeMigrations }).migrateTo(name);

it.each(Object.entries(engines))(
  'brings a database of the first tables up to date and keeps its rows: %s',
  async (_engine, open) => {
    const db = await open();
    expect((await migrateTo(db, '0001-rollouts')).error).toBeUndefined();
    const row = {
      rollout_id: 'r',
      position: 0,
      subject: 'node-1',
      name: 'app-1',
      state: 'unknown',
      tries: 1,
      next_at: 0,
      revision: 3,
    } as const;
    const columns = Object.keys(row).join(', ');
    const values = Object.values(row).map((value) => `'${value}'`);
    const insert = `insert into rollout_rows (${columns}) values (${values.join(', ')})`;
    await db.executeQuery(CompiledQuery.raw(insert));
    await migrateStore(db);
    const kept = await db.selectFrom('rollout_rows').selectAll().executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ ...row, next_at: kept.next_at, node_name: null, restore: null });
    expect(Number(kept.since)).toBe(0);
    expect(await db.selectFrom('rollout_history').selectAll().execute()).toEqual([]);
    // A server that is older than its database refuses it.
    await db.executeQuery(
      CompiledQuery.raw(`insert into kysely_migration (name, timestamp) values ('9999-new', '')`),
    );
    await expect(migrateStore(db)).rejects.toThrow('9999-new');
    await db.destroy();
  },
);
