import type { DBSchema } from 'idb';
import { databaseOpener } from '#src/client/storage/open-database.ts';

/** The history of a draft as text. */
interface HistoryRecord {
  /** The ID of the draft. */
  readonly id: string;
  readonly savedAt: number;
  readonly text: string;
}

interface Schema extends DBSchema {
  histories: { key: string; value: HistoryRecord; indexes: { savedAt: number } };
}

/** Older histories are deleted. Their drafts stay. */
const MAX_HISTORIES = 30;

// Not in the database of the drafts: its version must not change (docs/decisions/0044).
const openDatabase = databaseOpener<Schema>('ief-builder-history', 1, (db) => {
  db.createObjectStore('histories', { keyPath: 'id' }).createIndex('savedAt', 'savedAt');
});

/** Drafts that this page has deleted: a page that still holds one must not store its history again. */
const deleted = new Set<string>();

/** The stored history of a draft; undefined if there is none. Rejects if the browser refuses. */
export async function readHistory(id: string): Promise<string | undefined> {
  return (await (await openDatabase()).get('histories', id))?.text;
}

/** Stores the history of a draft. Rejects if the browser refuses. */
export async function writeHistory(id: string, text: string): Promise<void> {
  if (deleted.has(id)) return;
  const database = await openDatabase();
  const transaction = database.transaction('histories', 'readwrite');
  const stored = transaction.store.put({ id, savedAt: Date.now(), text });
  // At once: the page may be closing, and would not be there to end the transaction.
  transaction.commit();
  await Promise.all([stored, transaction.done]);
  const oldestFirst = await database.getAllKeysFromIndex('histories', 'savedAt');
  for (const key of oldestFirst.slice(0, -MAX_HISTORIES)) await database.delete('histories', key);
}

/** Deletes the history of a draft. Returns a function that restores it. Rejects if the browser refuses. */
export async function deleteHistory(id: string): Promise<() => Promise<void>> {
  const text = await readHistory(id);
  deleted.add(id);
  await (await openDatabase()).delete('histories', id);
  return async () => {
    deleted.delete(id);
    if (text !== undefined) await writeHistory(id, text);
  };
}
