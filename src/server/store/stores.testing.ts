import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { openLibsqlStore } from './libsql-store.ts';
import { openPostgresStore } from './postgres-store.ts';
import type { ServerStore } from './store.ts';

/** A database in memory of each engine, for tests that run on both. */
export const storeEngines: Readonly<Record<string, (wall?: () => number) => Promise<ServerStore>>> =
  {
    libsql: (wall = Date.now) => openLibsqlStore(':memory:', wall),
    postgres: async () => {
      const pglite = await PGlite.create();
      const store = await openPostgresStore({ ...createPgConfig(pglite), max: 1 });
      return {
        ...store,
        async close() {
          await store.close();
          await pglite.close();
        },
      };
    },
  };
