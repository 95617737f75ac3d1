import type { DBSchema, IDBPTransaction } from 'idb';
import { databaseOpener } from '#src/client/storage/open-database.ts';
import {
  toRecord,
  isHead,
  openRecord,
  successionOf,
  type DraftHead,
  type DraftReading,
  type DraftRecord,
  type DraftSettings,
} from './draft-record.ts';

interface Schema extends DBSchema {
  /** Separate from the texts: every save reads the head, and none needs the stored text. */
  heads: { key: string; value: DraftHead };
  texts: { key: string; value: string };
  /** Version 1: documents as objects. */
  drafts: { key: string; value: unknown };
}

/** A database of a newer page does not open and is left unchanged. */
const VERSION = 2;

export const openDraftDatabase = databaseOpener<Schema>(
  'ief-builder',
  VERSION,
  (db, from, _to, transaction) => {
    db.createObjectStore('heads', { keyPath: 'id' });
    db.createObjectStore('texts');
    if (from === 1) migrateFirstVersion(transaction).catch(() => transaction.abort());
  },
);

async function migrateFirstVersion(
  transaction: IDBPTransaction<Schema, ('heads' | 'texts' | 'drafts')[], 'versionchange'>,
): Promise<void> {
  for (const record of await transaction.objectStore('drafts').getAll()) {
    const reading = openRecord(record);
    const { text, ...head } = reading.ok ? toRecord(reading.draft) : splitRecord(record);
    await transaction.objectStore('heads').put(head);
    await transaction.objectStore('texts').put(text, head.id);
  }
  transaction.db.deleteObjectStore('drafts');
}

/** A record that cannot be opened, converted to the current version so that it can still be found. */
function splitRecord(record: unknown): DraftRecord {
  const { document, version, ...head } = record as Record<string, unknown>;
  let text = document;
  try {
    text = JSON.stringify(document);
  } catch {
    // Nested too deeply to be serialized: kept unchanged.
  }
  return { ...head, version: version === 1 ? 2 : version, text: text ?? '' } as DraftRecord;
}

/** All stored heads, and the IDs of all heads and texts; either of the two may be missing. */
export async function listStored(): Promise<{ heads: unknown[]; ids: Set<string> }> {
  const transaction = (await openDraftDatabase()).transaction(['heads', 'texts']);
  const [heads, headIds, textIds] = await Promise.all([
    transaction.objectStore('heads').getAll(),
    transaction.objectStore('heads').getAllKeys(),
    transaction.objectStore('texts').getAllKeys(),
  ]);
  return { heads, ids: new Set([...headIds, ...textIds]) };
}

/** A document exactly as stored. */
export async function readRaw(id: string): Promise<{ head: unknown; text: unknown }> {
  const transaction = (await openDraftDatabase()).transaction(['heads', 'texts']);
  const [head, text] = await Promise.all([
    transaction.objectStore('heads').get(id),
    transaction.objectStore('texts').get(id),
  ]);
  return { head, text };
}

/** A document, or why it cannot be opened; undefined if there is none. */
export async function readDraft(id: string): Promise<DraftReading | undefined> {
  const { head, text } = await readRaw(id);
  if (head === undefined && text === undefined) return undefined;
  return openRecord(Object.assign({}, head, { text }));
}

/**
 * A document was not stored because the record under its ID must stay: a later save of the same page, a save of another
 * tab, or a record that this page cannot read.
 */
export class DraftConflict extends Error {
  readonly kind: 'earlier' | 'forked' | 'unreadable';
  constructor(kind: DraftConflict['kind']) {
    super(`the stored draft was not replaced: ${kind}`);
    this.kind = kind;
  }
}

/**
 * Stores a document; resolves when it is durable. Rejects with
 * {@link DraftConflict}, or when the browser refuses (quota, policy).
 */
export async function writeDraft({ text, ...head }: DraftRecord): Promise<void> {
  const transaction = (await openDraftDatabase()).transaction(['heads', 'texts'], 'readwrite', {
    durability: 'strict',
  });
  const heads = transaction.objectStore('heads');
  const texts = transaction.objectStore('texts');
  const [before, textId]: [unknown, unknown] = await Promise.all([
    heads.get(head.id),
    texts.getKey(head.id),
  ]);
  const conflict = conflictOf(head, before, textId !== undefined);
  if (conflict !== undefined) {
    transaction.abort();
    await transaction.done.catch(() => undefined);
    throw new DraftConflict(conflict);
  }
  const label = labelOf(before);
  await Promise.all([
    heads.put(label === undefined ? head : { label, ...head }),
    texts.put(text, head.id),
    transaction.done,
  ]);
}

/** The name that the user gave to a draft. */
export function labelOf(head: unknown): string | undefined {
  const label: unknown = Reflect.get(Object(head), 'label');
  return typeof label === 'string' && label !== '' ? label : undefined;
}

/** Changes the head of a stored draft, such as its label; an empty label removes it. */
export async function changeHead(
  id: string,
  change: DraftSettings & Pick<DraftHead, 'label'>,
): Promise<void> {
  const transaction = (await openDraftDatabase()).transaction('heads', 'readwrite');
  const head = await transaction.store.get(id);
  if (head !== undefined) await transaction.store.put({ ...head, ...change });
  await transaction.done;
}

function conflictOf(
  head: DraftHead,
  before: unknown,
  hasText: boolean,
): DraftConflict['kind'] | undefined {
  if (before === undefined) return hasText ? 'unreadable' : undefined;
  if (!isHead(before)) return 'unreadable';
  const succession = successionOf(head, before);
  return succession === 'replaces' ? undefined : succession;
}
