import type { CompiledQuery, DatabaseConnection, Dialect, Driver } from 'kysely';

/** The store does not work: it cannot be reached, or it refuses to read or write. */
export class StoreFailure extends Error {
  /** The code of the database, such as SQLITE_FULL. */
  readonly code: string | undefined;

  constructor(cause: unknown) {
    super('the store failed', { cause });
    this.name = 'StoreFailure';
    this.code = codeOf(cause);
  }
}

/** Of statements that are wrong, whatever the state of the database: bad data, constraints, syntax. */
const BUGS = /^(?:2[23]...|42...|SQLITE_(?:CONSTRAINT|ERROR|MISMATCH|MISUSE|RANGE).*)$/;

function codeOf(error: unknown): string | undefined {
  const { code } = Object(error) as { code?: unknown };
  return typeof code === 'string' ? code : undefined;
}

/**
 * A dialect that throws a {@link StoreFailure} whenever the database fails, and that never gives it a text which it cannot
 * keep. Errors of our own statements stay as they are.
 */
export function withStoreFailures(dialect: Dialect): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createDriver: () => driverWithStoreFailures(dialect.createDriver()),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}

function driverWithStoreFailures(driver: Driver): Driver {
  const named = new WeakSet<DatabaseConnection>();
  return {
    init: () => asStoreFailure(() => driver.init()),
    async acquireConnection() {
      const connection = await asStoreFailure(() => driver.acquireConnection());
      // The driver tells its connections apart by identity, so they cannot be wrapped.
      if (!named.has(connection)) {
        named.add(connection);
        const execute = connection.executeQuery.bind(connection);
        connection.executeQuery = (query) => asStoreFailure(() => execute(withPlainTexts(query)));
      }
      return connection;
    },
    beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => asStoreFailure(() => driver.commitTransaction(connection)),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    releaseConnection: (connection) => driver.releaseConnection(connection),
    destroy: () => driver.destroy(),
  };
}

/**
 * Texts of a target may contain U+0000: PostgreSQL refuses it, and SQLite ends the text there. U+FFFD replaces it. JSON
 * has it only as an escape.
 */
function withPlainTexts<R>(query: CompiledQuery<R>): CompiledQuery<R> {
  const isPlain = (value: unknown) => typeof value !== 'string' || !value.includes('\0');
  if (query.parameters.every(isPlain)) return query;
  const parameters = query.parameters.map((value) =>
    isPlain(value) ? value : String(value).replaceAll('\0', '\uFFFD'),
  );
  return { ...query, parameters };
}

async function asStoreFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreFailure || BUGS.test(codeOf(error) ?? '')) throw error;
    throw new StoreFailure(error);
  }
}
