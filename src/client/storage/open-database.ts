import { openDB, type IDBPDatabase, type OpenDBCallbacks } from 'idb';
import { ownName } from '../base-path.ts';

/** Opening counts as failed after this many milliseconds, because another tab may block it forever. */
const OPEN_TIMEOUT_MS = 5000;

/**
 * Returns a function that opens a database of this page once and shares it. If the browser refuses or closes it, the
 * next call opens it again. It closes when a newer version of the page needs to upgrade it.
 */
export function databaseOpener<Schema>(
  name: string,
  version: number,
  upgrade: NonNullable<OpenDBCallbacks<Schema>['upgrade']>,
): () => Promise<IDBPDatabase<Schema>> {
  let opening: Promise<IDBPDatabase<Schema>> | undefined;
  const forget = () => (opening = undefined);
  const open = async () => {
    const opened = openDB<Schema>(ownName(name), version, {
      upgrade,
      blocking: (_from, _to, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const limit = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(tooSlow()), OPEN_TIMEOUT_MS);
    });
    try {
      return await Promise.race([opened, limit]);
    } catch (error) {
      forget();
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };
  return () => (opening ??= open());
}

function tooSlow(): DOMException {
  return new DOMException(
    `the browser did not open its database in ${OPEN_TIMEOUT_MS} ms`,
    'TimeoutError',
  );
}
