import { closeSync, fchmodSync, fstatSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  CompiledQuery,
  Kysely,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type SqliteDatabase,
  type SqliteDialectConfig,
} from 'kysely';
import type { StoreTables } from './schema.ts';
import { withStoreFailures } from './store-failure.ts';
import { migrateStore, type ServerStore } from './store.ts';

/** How long a statement waits for another process that writes to the same file, in milliseconds. */
const BUSY_MS = 5_000;

/** The part of the package `libsql` that is used. It is loaded on demand, because it contains a native file. */
interface LibsqlDatabase extends SqliteDatabase {
  exec(sql: string): unknown;
}

/** Takes the write lock at the start: otherwise a transaction that reads first can fail when it writes. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class LibsqlDialect extends SqliteDialect {
  readonly #settings: SqliteDialectConfig;
  constructor(settings: SqliteDialectConfig) {
    super(settings);
    this.#settings = settings;
  }
  override createDriver(): Driver {
    return new ImmediateDriver(this.#settings);
  }
}

/**
 * Opens a file, or `:memory:`, and creates it if needed. Every commit is written to the disk before it returns, so a
 * claim survives even a power failure. `wall` is the machine's clock.
 */
export async function openLibsqlStore(file: string, wall: () => number): Promise<ServerStore> {
  const Database = (await import('libsql')).default as unknown as new (
    file: string,
    options: { timeout: number },
  ) => LibsqlDatabase;
  // Only this user may read it: it contains the values of environment variables.
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const descriptor = openSync(file, 'a+', 0o600);
    try {
      requireDatabase(descriptor);
      // A copy that was restored may be readable by others. The files beside it get the same mode.
      if (process.platform !== 'win32') fchmodSync(descriptor, 0o600);
    } finally {
      closeSync(descriptor);
    }
  }
  const database = new Database(file, { timeout: BUSY_MS });
  const store = libsqlStoreOn(database, wall);
  try {
    // Erased data is overwritten, so that it cannot be found in the file.
    for (const pragma of ['journal_mode = wal', 'synchronous = full', 'secure_delete = on']) {
      database.exec(`pragma ${pragma}`);
    }
    await migrateStore(store.db);
  } catch (error) {
    await store.close();
    throw error;
  }
  return store;
}

const MAGIC = Buffer.from('SQLite format 3\0', 'latin1');

/** Throws unless a file is new or a database: the path may name a file of someone else, whose mode must stay. */
function requireDatabase(descriptor: number): void {
  const begin = Buffer.alloc(MAGIC.length);
  if (fstatSync(descriptor).isFile()) {
    const length = readSync(descriptor, begin, 0, begin.length, 0);
    if (length === 0 || begin.equals(MAGIC)) return;
  }
  throw Object.assign(new Error('The file is not a database.'), { code: 'SQLITE_NOTADB' });
}

/** A store on an open database with current tables. */
export function libsqlStoreOn(database: SqliteDatabase, wall: () => number): ServerStore {
  const db = new Kysely<StoreTables>({
    dialect: withStoreFailures(new LibsqlDialect({ database })),
  });
  return {
    kind: 'sqlite',
    db,
    now: () => Promise.resolve(wall()),
    // Waiting for the disk blocks the process: several milliseconds for each write, much more on a busy disk.
    relaxed: (write) =>
      db.connection().execute(async (connection) => {
        await synchronize(connection, 'normal');
        try {
          return await write(connection);
        } finally {
          await synchronize(connection, 'full');
        }
      }),
    close: () => db.destroy(),
  };
}

async function synchronize(db: Kysely<StoreTables>, how: 'normal' | 'full'): Promise<void> {
  await db.executeQuery(CompiledQuery.raw(`pragma synchronous = ${how}`));
}
