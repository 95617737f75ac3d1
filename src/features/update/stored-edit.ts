import type { DBSchema } from 'idb';
import { ownName } from '#src/client/base-path.ts';
import { databaseOpener } from '#src/client/storage/open-database.ts';
import type { Where } from '#src/client/session/saved-place.ts';
import { isJsonObject, type JsonObject } from '#src/json/value.ts';

/** An unsent update, so that a reload keeps it. */
export interface StoredEdit {
  readonly version: 1;
  readonly key: string;
  /** The live object that the edit started from. */
  readonly base: JsonObject;
  readonly document: JsonObject;
  readonly savedAt: number;
  /** True until it is opened: a dialog has just prepared it. */
  readonly isNew?: boolean;
}

interface Schema extends DBSchema {
  edits: { key: string; value: StoredEdit };
}

/** Older edits are removed. */
const MAX_EDITS = 20;

const openDatabase = databaseOpener<Schema>('ief-builder-updates', 1, (db) => {
  db.createObjectStore('edits', { keyPath: 'key' });
});

/** Of the last edits of a page that was closed, which the database may have missed. */
const NOTE = ownName('ief-builder.update ');

export function editKey({ targetId, projectId, edition, instanceId }: Where, id: string): string {
  const instance = edition === 'platinum' ? instanceId : '';
  return [targetId, projectId, edition, instance, id].join(' ');
}

/** The stored edit of a deployment; undefined if there is none, or if the browser refuses. */
export async function readEdit(key: string): Promise<StoredEdit | undefined> {
  const note = readNote(key);
  try {
    const record: unknown = await (await openDatabase()).get('edits', key);
    const stored = isStoredEdit(record) ? record : undefined;
    return note !== undefined && note.savedAt > (stored?.savedAt ?? 0) ? note : stored;
  } catch {
    return note;
  }
}

/** Stores an edit; resolves when it is durable. Rejects if the browser refuses. */
export async function writeEdit(edit: StoredEdit): Promise<void> {
  const transaction = (await openDatabase()).transaction('edits', 'readwrite', {
    durability: 'strict',
  });
  const all = (await transaction.store.getAll()).filter(({ key }) => key !== edit.key);
  const old = all.toSorted((a, b) => b.savedAt - a.savedAt).slice(MAX_EDITS - 1);
  await Promise.all([
    ...old.map(({ key }) => transaction.store.delete(key)),
    transaction.store.put(edit),
    transaction.done,
  ]);
}

/** Removes the stored edit of a deployment. */
export async function dropEdit(key: string): Promise<void> {
  removeNote(key);
  try {
    await (await openDatabase()).delete('edits', key);
  } catch {
    // The browser refuses storage: nothing is stored.
  }
}

/** Keeps an edit while the page is being closed, when the database may be too slow. */
export function noteEdit(edit: StoredEdit): void {
  try {
    sessionStorage.setItem(NOTE + edit.key, JSON.stringify(edit));
  } catch {
    // Full or refused: the last stored edit counts.
  }
}

function readNote(key: string): StoredEdit | undefined {
  try {
    const note: unknown = JSON.parse(sessionStorage.getItem(NOTE + key) ?? 'null');
    return isStoredEdit(note) ? note : undefined;
  } catch {
    return undefined;
  }
}

function removeNote(key: string): void {
  try {
    sessionStorage.removeItem(NOTE + key);
  } catch {
    // Refused: there is none.
  }
}

function isStoredEdit(record: unknown): record is StoredEdit {
  if (!isJsonObject(record)) return false;
  const { version, key, savedAt, base, document } = record;
  return (
    version === 1 &&
    typeof key === 'string' &&
    typeof savedAt === 'number' &&
    isJsonObject(base) &&
    isJsonObject(document)
  );
}
