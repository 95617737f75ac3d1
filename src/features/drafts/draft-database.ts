import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Json } from '#src/document/json.ts';

/** One stored document. Never holds a credential: it is the request body and nothing else. */
export interface StoredDraft {
  readonly id: string;
  /** Shape of this record; a newer one than this code knows is left alone. */
  readonly version: 1;
  /** Grows with each save; orders saves without trusting the clock. */
  readonly revision: number;
  /** Milliseconds since 1970, for people. */
  readonly savedAt: number;
  readonly document: Json;
}

interface Schema extends DBSchema {
  drafts: { key: string; value: StoredDraft };
}

/** How long opening may take, milliseconds: a blocked upgrade must end in a message, not in waiting. */
const OPEN_MS = 5000;

let opening: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= open();
  return opening;
}

async function open(): Promise<IDBPDatabase<Schema>> {
  const opened = openDB<Schema>('ief-builder', 1, {
    upgrade: (db) => void db.createObjectStore('drafts', { keyPath: 'id' }),
    // A newer page wants to upgrade: let go, and open anew when needed.
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
  try {
    return await Promise.race([opened, limit]);
  } catch (error) {
    opening = undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** All documents this code can read, the one saved last first. */
export async function listDrafts(): Promise<StoredDraft[]> {
  const records: unknown[] = await (await database()).getAll('drafts');
  return records.filter(isDraft).toSorted((a, b) => b.savedAt - a.savedAt);
}

/** One document, undefined if there is none or if it is not readable by this code. */
export async function readDraft(id: string): Promise<StoredDraft | undefined> {
  const record: unknown = await (await database()).get('drafts', id);
  return isDraft(record) ? record : undefined;
}

/**
 * Stores a document; resolves when the transaction is complete, which is when it is safe. Rejects when the
 * browser refuses (quota, policy) and when the stored revision is not older: another tab has written.
 */
export async function writeDraft(draft: StoredDraft): Promise<void> {
  const transaction = (await database()).transaction('drafts', 'readwrite', {
    durability: 'strict',
  });
  const before: unknown = await transaction.store.get(draft.id);
  if (isDraft(before) && before.revision >= draft.revision) {
    transaction.abort();
    await transaction.done.catch(() => undefined);
    throw new Error('another tab has stored a newer version of this document');
  }
  await Promise.all([transaction.store.put(draft), transaction.done]);
}

/** True for a record of this version. */
export function isDraft(record: unknown): record is StoredDraft {
  return (
    typeof record === 'object' &&
    record !== null &&
    Reflect.get(record, 'version') === 1 &&
    typeof Reflect.get(record, 'id') === 'string' &&
    typeof Reflect.get(record, 'revision') === 'number' &&
    typeof Reflect.get(record, 'document') === 'object'
  );
}
