import { ownName } from '#src/client/base-path.ts';
import {
  openRecord,
  type DraftReading,
  type DraftRecord,
  type StoredDraft,
} from './draft-record.ts';

/** The prefix of each note's key; the ID of its document follows. */
const STORED_AS = ownName('ief-builder.unsaved ');

/** The key of the note of a document. */
export function noteKey(id: string): string {
  return STORED_AS + id;
}

/**
 * Writes the last edits of a closing page synchronously. IndexedDB cannot: its transactions may die with the page. A
 * document that is too large is left to the database.
 */
export function writeNote(record: DraftRecord): void {
  try {
    localStorage.setItem(STORED_AS + record.id, JSON.stringify(record));
  } catch {
    // No space or no storage: the document is also being written to the database.
  }
}

/** The edits that a page left when it closed. */
export interface UnsavedNote {
  /** The ID of their document. */
  readonly id: string;
  readonly reading: DraftReading;
}

/** The notes that closed pages left, at most one for each document. */
export function readNotes(): UnsavedNote[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(STORED_AS));
    return names.map((name) => {
      const id = name.slice(STORED_AS.length);
      const reading = openNote(localStorage.getItem(name) ?? '');
      const isOwn = !reading.ok || reading.draft.id === id;
      return { id, reading: isOwn ? reading : { ok: false, fault: 'head' } };
    });
  } catch {
    return [];
  }
}

/** The notes that can be opened, newest first. */
export function readableNotes(): StoredDraft[] {
  const drafts = readNotes().flatMap(({ reading }) => (reading.ok ? [reading.draft] : []));
  return drafts.toSorted((a, b) => b.savedAt - a.savedAt);
}

/** The note of a document; undefined if there is none that can be opened. */
export function readNote(id: string): StoredDraft | undefined {
  return readableNotes().find((note) => note.id === id);
}

/** A note exactly as stored; empty if there is none. */
export function rawNote(id: string): string {
  return localStorage.getItem(STORED_AS + id) ?? '';
}

/** Deletes a note. Returns a function that restores it unchanged. */
export async function deleteNote(id: string): Promise<() => Promise<void>> {
  const text = rawNote(id);
  localStorage.removeItem(STORED_AS + id);
  return async () => localStorage.setItem(STORED_AS + id, text);
}

/** Deletes the note of a document, once the database has it. */
export function removeNote(id: string): void {
  try {
    localStorage.removeItem(STORED_AS + id);
  } catch {
    // The note will be read again, and refused because of its revision.
  }
}

function openNote(text: string): DraftReading {
  try {
    return openRecord(JSON.parse(text));
  } catch {
    return { ok: false, fault: 'text' };
  }
}

/**
 * Calls back when a closed page left edits of the document, until the returned function is called: its note may arrive
 * after its lock, because browsers deliver the two separately.
 */
export function watchNote(id: string, listener: () => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === STORED_AS + id && newValue !== null) listener();
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}
