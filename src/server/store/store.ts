import { Migrator, type Kysely } from 'kysely';
import { storeMigrations } from './migrations.ts';
import type { StoreTables } from './schema.ts';

/** The database for what outlives a process. Both engines run the same queries. */
export interface ServerStore {
  readonly kind: 'sqlite' | 'postgres';
  readonly db: Kysely<StoreTables>;
  /** Milliseconds since 1970, by the clock all its processes share: the database's, or this machine's for a file. */
  now(): Promise<number>;
  /**
   * Runs a write that a power failure may undo, together with all later ones of this kind. A process that is killed loses
   * nothing. For outcomes of requests: without them a row is looked up again.
   */
  relaxed<T>(write: (db: Kysely<StoreTables>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Brings the tables up to date. Throws if that fails or if a newer version of the server changed them. */
export async function migrateStore(db: Kysely<StoreTables>): Promise<void> {
  const { error } = await new Migrator({ db, provider: storeMigrations }).migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error('the migration failed');
}
