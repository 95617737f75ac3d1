import type { Json } from '#src/document/json.ts';

/**
 * A document as it lies in the browser's storage. As text: a document of 5,000 variables takes a fifth of the time to
 * store that way, and leaves no objects to collect. Never holds a credential: it is the request body and nothing else.
 */
export interface DraftRecord {
  readonly id: string;
  /** Shape of this record. */
  readonly version: 2;
  /** Grows with each save; orders saves without trusting the clock. */
  readonly revision: number;
  /** Milliseconds since 1970, for people. */
  readonly savedAt: number;
  /** The document as JSON. */
  readonly text: string;
}

/** A stored document, opened. */
export interface StoredDraft extends Pick<DraftRecord, 'id' | 'revision' | 'savedAt'> {
  readonly document: Json;
}

/** The record of a document. */
export function closeDraft({ id, revision, savedAt, document }: StoredDraft): DraftRecord {
  return { id, version: 2, revision, savedAt, text: JSON.stringify(document) };
}

/** The document of a record, of this version or the one before; undefined for anything else. */
export function openRecord(record: unknown): StoredDraft | undefined {
  if (!isDraftRecord(record)) return undefined;
  const { id, revision, savedAt } = record;
  if (record.version === 1) return { id, revision, savedAt, document: record.document };
  try {
    return { id, revision, savedAt, document: JSON.parse(record.text) as Json };
  } catch {
    return undefined;
  }
}

/** What was stored before the text was: the document as objects. */
interface FirstRecord extends StoredDraft {
  readonly version: 1;
}

/** True for a record that this code can read, by its shape. */
function isDraftRecord(record: unknown): record is DraftRecord | FirstRecord {
  if (typeof record !== 'object' || record === null) return false;
  const of = (name: string): unknown => Reflect.get(record, name);
  if (typeof of('id') !== 'string') return false;
  if (typeof of('revision') !== 'number' || typeof of('savedAt') !== 'number') return false;
  if (of('version') === 1) return typeof of('document') === 'object' && of('document') !== null;
  return of('version') === 2 && typeof of('text') === 'string';
}
