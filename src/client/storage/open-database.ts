import { openDB, type IDBPDatabase, type OpenDBCallbacks } from 'idb';
import { ownName } from '../base-path.ts';

/** How long opening may take, milliseconds: a blocked database must end in a message. */
const OPEN_MS = 5000;

/**
 * Returns a function that opens a database of this page, once for all its callers. The next call opens it again if the
 * browser refused, or closed it. It is closed when a newer page wants to upgrade it.
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
      timer = setTimeout(() => reject(tooSlow()), OPEN_MS);
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
  return new DOMException(`the browser did not open its database in ${OPEN_MS} ms`, 'TimeoutError');
}
