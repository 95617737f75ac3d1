import { ownName } from '#src/client/base-path.ts';
import { openRecord, type DraftRecord, type StoredDraft } from './draft-record.ts';

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

/** What pages that went away have left, one for each document at most, the last first. */
export function readUnsaved(): StoredDraft[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(STORED_AS));
    const notes = names.flatMap((name) => openRecord(readNote(name)) ?? []);
    return notes.toSorted((a, b) => b.savedAt - a.savedAt);
  } catch {
    return [];
  }
}

/** Takes the note of a document away, once the database has it. */
export function dropUnsaved(id: string): void {
  try {
    localStorage.removeItem(STORED_AS + id);
  } catch {
    // It is offered again, and refused by its revision.
  }
}

function readNote(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return undefined;
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
