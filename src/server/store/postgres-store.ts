import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Pool, PoolConfig } from 'pg';
import type { StoreTables } from './schema.ts';
import { limitQueries } from './limit-queries.ts';
import { withStoreFailures } from './store-failure.ts';
import { migrateStore, type ServerStore } from './store.ts';

const CONNECT_MS = 5_000;
/** The number of a bigint in the protocol. Counts and times are far below 2^53. */
const BIGINT = 20;

/** How long the database may take to answer, in milliseconds. */
interface AnswerTimes {
  readonly queryMs: number;
  /** A migration may rewrite a table, and waits until another process has finished its own. */
  readonly migrationMs: number;
}
const answerTimes: AnswerTimes = { queryMs: 10_000, migrationMs: 10 * 60_000 };

/** Opens a PostgreSQL database. `config` is what `pg` takes, such as a connection string. */
export async function openPostgresStore(
  config: PoolConfig,
  { queryMs, migrationMs } = answerTimes,
): Promise<ServerStore> {
  const { default: pg } = await import('pg');
  const types: NonNullable<PoolConfig['types']> = {
    getTypeParser: ((id: number, format?: 'text') =>
      id === BIGINT ? Number : pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
  };
  const pool: Pool = new pg.Pool({
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    ...config,
    types,
  });
  // A lost idle connection is replaced on the next query.
  pool.on('error', () => undefined);
  // One that is lost while it is in use also fails its query; without a listener it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  let limitMs = migrationMs;
  const dialect = new PostgresDialect({ pool: limitQueries(pool, () => limitMs) });
  const db = new Kysely<StoreTables>({ dialect: withStoreFailures(dialect) });
  try {
    await migrateStore(db);
    limitMs = queryMs;
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
