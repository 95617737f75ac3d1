import { ownName } from '#src/client/base-path.ts';
import {
  openRecord,
  type DraftReading,
  type DraftRecord,
  type StoredDraft,
} from './draft-record.ts';

/** The prefix of each note's key; the ID of its document follows. */
const STORED_AS = ownName('ief-builder.unsaved ');

/** Notes that the browser refused, by the ID of their document: they last as long as the page. */
const refused = new Map<string, string>();

/**
 * Writes the last edits of a closing page synchronously. IndexedDB cannot: its transactions may die with the page. A
 * document that is too large is left to the database.
 */
export function writeNote(record: DraftRecord): void {
  putNote(record.id, JSON.stringify(record));
}

function putNote(id: string, text: string): void {
  try {
    localStorage.setItem(STORED_AS + id, text);
    refused.delete(id);
  } catch {
    // No space or no storage: kept for the other pages of this tab.
    refused.set(id, text);
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
  return [...noteTexts()].map(([id, text]) => {
    const reading = openNote(text);
    const isOwn = !reading.ok || reading.draft.id === id;
    return { id, reading: isOwn ? reading : { ok: false, fault: 'head' } };
  });
}

function noteTexts(): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  try {
    for (const name of Object.keys(localStorage).filter((key) => key.startsWith(STORED_AS)))
      texts.set(name.slice(STORED_AS.length), localStorage.getItem(name) ?? '');
  } catch {
    // The browser refuses to read.
  }
  for (const [id, text] of refused) texts.set(id, text);
  return texts;
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
  return noteTexts().get(id) ?? '';
}

/** Deletes a note. Returns a function that restores it unchanged. */
export async function deleteNote(id: string): Promise<() => Promise<void>> {
  const text = rawNote(id);
  localStorage.removeItem(STORED_AS + id);
  refused.delete(id);
  return async () => localStorage.setItem(STORED_AS + id, text);
}

/** Deletes the note of a document, if there is one. Returns a function that restores it. */
export function takeNote(id: string): () => void {
  const text = rawNote(id);
  removeNote(id);
  return () => {
    if (text !== '') putNote(id, text);
  };
}

/** Deletes the note of a document, once the database has it. */
export function removeNote(id: string): void {
  refused.delete(id);
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
