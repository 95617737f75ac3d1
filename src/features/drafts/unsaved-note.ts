import { ownName } from '#src/client/base-path.ts';
import {
  openRecord,
  type DraftReading,
  type DraftRecord,
  type StoredDraft,
} from './draft-record.ts';

/** Begins the name of each note; the id of its document follows. */
const STORED_AS = ownName('ief-builder.unsaved ');

/**
 * Leaves the last edits of a page that is going away where they can be written at once. IndexedDB cannot
 * promise that: its transactions may die with the page. Too large a document is left to the database alone.
 */
export function leaveUnsaved(record: DraftRecord): void {
  try {
    localStorage.setItem(STORED_AS + record.id, JSON.stringify(record));
  } catch {
    // No room or no storage: the database is asked at the same time.
  }
}

/** The edits that a page left when it went away. */
export interface UnsavedNote {
  /** The id of their document. */
  readonly id: string;
  readonly reading: DraftReading;
}

/** What pages that went away have left, one for each document at most. */
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

/** The notes that can be opened, the last first. */
export function readUnsaved(): StoredDraft[] {
  const drafts = readNotes().flatMap(({ reading }) => (reading.ok ? [reading.draft] : []));
  return drafts.toSorted((a, b) => b.savedAt - a.savedAt);
}

/** A note as it is stored; empty if there is none. */
export function rawNote(id: string): string {
  return localStorage.getItem(STORED_AS + id) ?? '';
}

/** Deletes a note. The function it gives back leaves it again, as it was. */
export async function deleteNote(id: string): Promise<() => Promise<void>> {
  const text = rawNote(id);
  localStorage.removeItem(STORED_AS + id);
  return async () => localStorage.setItem(STORED_AS + id, text);
}

/** Takes the note of a document away, once the database has it. */
export function dropUnsaved(id: string): void {
  try {
    localStorage.removeItem(STORED_AS + id);
  } catch {
    // It is offered again, and refused by its revision.
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
 * Calls back when a page that went away has left edits of the document: its note may arrive after its lock did,
 * as browsers hand the two from tab to tab by different ways. Until the returned function is called.
 */
export function watchUnsaved(id: string, listener: () => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key === STORED_AS + id && newValue !== null) listener();
  };
  window.addEventListener('storage', onStorage);
  return () => window.removeEventListener('storage', onStorage);
}
