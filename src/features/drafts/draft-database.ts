import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { ownName } from '#src/client/base-path.ts';
import { closeDraft, openRecord, type DraftRecord, type StoredDraft } from './draft-record.ts';

/** What tells of a document without being it: read at every save, where the text would be read for nothing. */
type DraftHead = Omit<DraftRecord, 'text'>;

interface Schema extends DBSchema {
  heads: { key: string; value: DraftHead };
  texts: { key: string; value: string };
  /** What there was in version 1: documents as objects. */
  drafts: { key: string; value: unknown };
}

/** A database of a newer page does not open: what it holds is left alone. */
const VERSION = 2;

/** How long opening may take, milliseconds: a blocked upgrade must end in a message, not in waiting. */
const OPEN_MS = 5000;

let opening: Promise<IDBPDatabase<Schema>> | undefined;

function database(): Promise<IDBPDatabase<Schema>> {
  opening ??= open();
  return opening;
}

async function open(): Promise<IDBPDatabase<Schema>> {
  const opened = openDB<Schema>(ownName('ief-builder'), VERSION, {
    upgrade: (db, from, _to, transaction) => {
      db.createObjectStore('heads', { keyPath: 'id' });
      db.createObjectStore('texts');
      if (from === 1) takeFirstVersion(transaction).catch(() => transaction.abort());
    },
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

async function takeFirstVersion(
  transaction: IDBPTransaction<Schema, ('heads' | 'texts' | 'drafts')[], 'versionchange'>,
): Promise<void> {
  for (const record of await transaction.objectStore('drafts').getAll()) {
    const draft = openRecord(record);
    if (draft === undefined) continue;
    const { text, ...head } = closeDraft(draft);
    await transaction.objectStore('heads').put(head);
    await transaction.objectStore('texts').put(text, head.id);
  }
  transaction.db.deleteObjectStore('drafts');
}

/** The document that was saved last. */
export async function readLastDraft(): Promise<StoredDraft | undefined> {
  const heads = await (await database()).getAll('heads');
  for (const { id } of heads.toSorted((a, b) => b.savedAt - a.savedAt)) {
    const draft = await readDraft(id);
    if (draft) return draft;
  }
  return undefined;
}

/** One document, undefined if there is none or if it cannot be read. */
export async function readDraft(id: string): Promise<StoredDraft | undefined> {
  const transaction = (await database()).transaction(['heads', 'texts']);
  const [head, text] = await Promise.all([
    transaction.objectStore('heads').get(id),
    transaction.objectStore('texts').get(id),
  ]);
  return openRecord({ ...head, text });
}

/** Why a document was not stored: what is there is not older, another tab has written. */
export class OutdatedDraft extends Error {}

/**
 * Stores a document; resolves when the transaction is complete, which is when it is safe. Rejects with
 * {@link OutdatedDraft}, or when the browser refuses (quota, policy).
 */
export async function writeDraft({ text, ...head }: DraftRecord): Promise<void> {
  const transaction = (await database()).transaction(['heads', 'texts'], 'readwrite', {
    durability: 'strict',
  });
  const heads = transaction.objectStore('heads');
  const before = await heads.get(head.id);
  if (before && before.revision >= head.revision) {
    transaction.abort();
    await transaction.done.catch(() => undefined);
    throw new OutdatedDraft('another tab has stored a newer version of this document');
  }
  await Promise.all([
    heads.put(head),
    transaction.objectStore('texts').put(text, head.id),
    transaction.done,
  ]);
}
