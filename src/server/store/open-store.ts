import { openLibsqlStore } from './libsql-store.ts';
import { openPostgresStore } from './postgres-store.ts';
import type { ServerStore } from './store.ts';

/** Where the store is: a file, a `postgres://` address, or nowhere. */
export type StoreLocation =
  | { readonly kind: 'off' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** An open store, or why there is none, in one sentence without credentials. */
export type OpenedStore = { readonly store: ServerStore } | { readonly reason: string };

/** Opens the store. Never rejects: without a store, everything but rollouts works. */
export async function openStore(location: StoreLocation, wall: () => number): Promise<OpenedStore> {
  if (location.kind === 'off') return { reason: 'IEF_STORE is off.' };
  try {
    return {
      store:
        location.kind === 'file'
          ? await openLibsqlStore(location.path, wall)
          : await openPostgresStore({ connectionString: location.url }),
    };
  } catch (error) {
    return { reason: explainStoreError(error, location) };
  }
}

/** Says what is wrong. The message of a driver may contain the address with its password, so only codes are used. */
function explainStoreError(error: unknown, location: StoreLocation): string {
  const { code } = error as { code?: unknown };
  const known = typeof code === 'string' && /^[A-Za-z0-9_]{1,40}$/.test(code) ? code : 'unknown';
  if (known === 'ERR_MODULE_NOT_FOUND' || known === 'MODULE_NOT_FOUND') {
    return 'The store cannot be opened: the package libsql is not installed beside the server (docs/operation.md).';
  }
  const place = location.kind === 'file' ? `the file ${location.path}` : 'the PostgreSQL database';
  return `The store cannot be opened: ${place} is not usable (${known}).`;
}
