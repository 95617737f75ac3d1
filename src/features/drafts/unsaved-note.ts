import { isDraft, type StoredDraft } from './draft-database.ts';

const STORED_AS = 'ief-builder.unsaved';

/**
 * Leaves the last edits of a page that is going away where they can be written at once. IndexedDB cannot
 * promise that: its transactions may die with the page. Too large a document is left to the database alone.
 */
export function leaveUnsaved(draft: StoredDraft): void {
  try {
    localStorage.setItem(STORED_AS, JSON.stringify(draft));
  } catch {
    // No room or no storage: the database is asked at the same time.
  }
}

/** What a page that went away had left, taken once; undefined if nothing was left. */
export function takeUnsaved(): StoredDraft | undefined {
  try {
    const text = localStorage.getItem(STORED_AS);
    if (text === null) return undefined;
    localStorage.removeItem(STORED_AS);
    const draft: unknown = JSON.parse(text);
    return isDraft(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}
