import type { DBSchema } from 'idb';
import { databaseOpener } from '#src/client/storage/open-database.ts';
import { isAttempt, conflictingAttempt, surplus, type Attempt } from './attempt.ts';

interface Schema extends DBSchema {
  attempts: { key: string; value: Attempt };
}

const openDatabase = databaseOpener<Schema>('ief-builder-attempts', 1, (db) => {
  db.createObjectStore('attempts', { keyPath: 'key' });
});

/** All readable attempts, newest first. Rejects if the browser refuses. */
export async function listAttempts(): Promise<Attempt[]> {
  const records: unknown[] = await (await openDatabase()).getAll('attempts');
  return inOrder(records.filter(isAttempt));
}

/**
 * Stores a new attempt, or returns the attempt that conflicts with it. Both happen in one transaction, so that only one
 * of two tabs can win. Resolves when the record is durable; rejects if the browser refuses. `asNew` skips the conflict
 * check: the user knows about the other attempt.
 */
export async function recordAttempt(
  attempt: Attempt,
  asNew: boolean,
): Promise<Attempt | undefined> {
  const transaction = (await openDatabase()).transaction('attempts', 'readwrite', {
    durability: 'strict',
  });
  const records: unknown[] = await transaction.store.getAll();
  const all = inOrder(records.filter(isAttempt));
  const conflict = asNew ? undefined : conflictingAttempt(attempt, all);
  const writes: Promise<unknown>[] = [];
  if (conflict === undefined) {
    for (const old of surplus(all, attempt.sentAt)) writes.push(transaction.store.delete(old.key));
    writes.push(transaction.store.put(attempt));
  }
  // A full disk is reported by the transaction only.
  await Promise.all([...writes, transaction.done]);
  return conflict;
}

/** Stores the progress of an attempt. Resolves when it is durable; rejects if the browser refuses. */
export async function storeAttempt(attempt: Attempt): Promise<void> {
  const transaction = (await openDatabase()).transaction('attempts', 'readwrite', {
    durability: 'strict',
  });
  await Promise.all([transaction.store.put(attempt), transaction.done]);
}

function inOrder(attempts: Attempt[]): Attempt[] {
  return attempts.sort((a, b) => b.sentAt - a.sentAt);
}
