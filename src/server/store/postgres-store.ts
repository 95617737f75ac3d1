import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Pool, PoolConfig } from 'pg';
import type { StoreTables } from './schema.ts';
import { withStoreFailures } from './store-failure.ts';
import { migrateStore, type ServerStore } from './store.ts';

const CONNECT_MS = 5_000;
/** The number of a bigint in the protocol. Counts and times are far below 2^53. */
const BIGINT = 20;

/** Opens a PostgreSQL database. `config` is what `pg` takes, such as a connection string. */
export async function openPostgresStore(config: PoolConfig): Promise<ServerStore> {
  const { default: pg } = await import('pg');
  const types: NonNullable<PoolConfig['types']> = {
    getTypeParser: ((id: number, format?: 'text') =>
      id === BIGINT ? Number : pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
  };
  const pool: Pool = new pg.Pool({ connectionTimeoutMillis: CONNECT_MS, ...config, types });
  // A lost idle connection is replaced on the next query.
  pool.on('error', () => undefined);
  // One that is lost while it is in use also fails its query; without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<StoreTables>({ dialect: withStoreFailures(new PostgresDialect({ pool })) });
  try {
    await migrateStore(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const clock = sql<{
    now: number;
  }>`select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now`;
  return {
    kind: 'postgres',
    db,
    now: async () => (await clock.execute(db)).rows[0]!.now,
    // Its writes do not block this process, so nothing is gained.
    relaxed: (write) => write(db),
    close: () => db.destroy(),
  };
}
