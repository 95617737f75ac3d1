import type { DBSchema } from 'idb';
import { createListeners } from '#src/document/listeners.ts';
import { databaseOpener } from '../storage/open-database.ts';
import { isSentRequest, surplusRequests, type SentRequest } from './sent-request.ts';

interface Schema extends DBSchema {
  requests: { key: string; value: SentRequest };
}

const openDatabase = databaseOpener<Schema>('ief-builder-requests', 1, (db) => {
  db.createObjectStore('requests', { keyPath: 'key' });
});

/** All readable requests, newest first. Rejects if the browser refuses. */
export async function listRequests(): Promise<readonly SentRequest[]> {
  const records: unknown[] = await (await openDatabase()).getAll('requests');
  return inOrder(records.filter(isSentRequest));
}

const { notify, subscribe } = createListeners();

/** Calls back whenever this page has stored or deleted requests. */
export const onRequestsChange = subscribe;

/** Stores a request or its progress; resolves when it is durable. Rejects if the browser refuses. */
export async function storeRequest(request: SentRequest): Promise<void> {
  const transaction = (await openDatabase()).transaction('requests', 'readwrite', {
    durability: 'strict',
  });
  const records: unknown[] = await transaction.store.getAll();
  const others = records.filter(isSentRequest).filter(({ key }) => key !== request.key);
  const surplus = surplusRequests(inOrder([...others, request]), request.sentAt);
  await Promise.all([
    ...surplus.map(({ key }) => transaction.store.delete(key)),
    transaction.store.put(request),
    transaction.done,
  ]);
  notify();
}

/** Deletes requests. Rejects if the browser refuses. */
export async function deleteRequests(keys: readonly string[]): Promise<void> {
  const transaction = (await openDatabase()).transaction('requests', 'readwrite');
  await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
  notify();
}

function inOrder(requests: readonly SentRequest[]): readonly SentRequest[] {
  return requests.toSorted((a, b) => b.sentAt - a.sentAt);
}
