import { isDraft, type StoredDraft } from './draft-database.ts';

/** Begins the name of each note; the id of its document follows. */
const STORED_AS = 'ief-builder.unsaved ';

/**
 * Leaves the last edits of a page that is going away where they can be written at once. IndexedDB cannot
 * promise that: its transactions may die with the page. Too large a document is left to the database alone.
 */
export function leaveUnsaved(draft: StoredDraft): void {
  try {
    localStorage.setItem(STORED_AS + draft.id, JSON.stringify(draft));
  } catch {
    // No room or no storage: the database is asked at the same time.
  }
}

/** What pages that went away had left, one for each document at most, taken once. */
export function takeUnsaved(): StoredDraft[] {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(STORED_AS));
    return names.map(takeNote).filter(isDraft);
  } catch {
    return [];
  }
}

function takeNote(name: string): unknown {
  const text = localStorage.getItem(name);
  localStorage.removeItem(name);
  try {
    return JSON.parse(text ?? 'null');
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
