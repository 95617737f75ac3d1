import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { ownName } from '#src/client/base-path.ts';
import { isAttempt, rivalOf, surplus, type Attempt } from './attempt.ts';

interface Schema extends DBSchema {
  attempts: { key: string; value: Attempt };
}

/** How long opening may take, milliseconds: a blocked database must end in a message, not in waiting. */
const OPEN_MS = 5000;

let opening: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function open(): Promise<IDBPDatabase<Schema>> {
  const opened = openDB<Schema>(ownName('ief-builder-attempts'), 1, {
    upgrade: (db) => void db.createObjectStore('attempts', { keyPath: 'key' }),
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      opening = undefined;
    },
    terminated: () => (opening = undefined),
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the browser did not open its database')), OPEN_MS);
  });
  return Promise.race([opened, limit]).finally(() => clearTimeout(timer));
}

/** All attempts this code can read, the one sent last first. Rejects if the browser refuses. */
export async function listAttempts(): Promise<Attempt[]> {
  const records: unknown[] = await (await database()).getAll('attempts');
  return inOrder(records.filter(isAttempt));
}

/**
 * Stores a new attempt, unless another one is in its way: that is given back then, and nothing is stored. Both
 * happen in one transaction, so that of two tabs one is first. Resolves when it is safe; rejects when the
 * browser refuses. `asNew`: the person knows of the other one.
 */
export async function recordIntent(attempt: Attempt, asNew: boolean): Promise<Attempt | undefined> {
  const transaction = (await database()).transaction('attempts', 'readwrite', {
    durability: 'strict',
  });
  const records: unknown[] = await transaction.store.getAll();
  const all = inOrder(records.filter(isAttempt));
  const rival = asNew ? undefined : rivalOf(attempt, all);
  const writes: Promise<unknown>[] = [];
  if (rival === undefined) {
    for (const old of surplus(all, attempt.sentAt)) writes.push(transaction.store.delete(old.key));
    writes.push(transaction.store.put(attempt));
  }
  // A full disk is told by the transaction alone.
  await Promise.all([...writes, transaction.done]);
  return rival;
}

/** Stores how far an attempt has come. Resolves when it is safe; rejects when the browser refuses. */
export async function storeAttempt(attempt: Attempt): Promise<void> {
  const transaction = (await database()).transaction('attempts', 'readwrite', {
    durability: 'strict',
  });
  await Promise.all([transaction.store.put(attempt), transaction.done]);
}

function inOrder(attempts: Attempt[]): Attempt[] {
  return attempts.sort((a, b) => b.sentAt - a.sentAt);
}
