import { pathOf, stableKeys } from '#src/document/edits.ts';
import type { DocumentStore } from '#src/document/store.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { History } from './history.ts';

/** Undoes one edit, as long as that is possible. */
export interface UndoEdit {
  run(): void;
  /** False once the edit was undone some other way, or its place no longer exists. */
  isPossible(): boolean;
  /** Calls back whenever `isPossible` may have changed, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/**
 * Undoes the edit that was just made, for a notice that is shown for a while. Later edits are kept: after one,
 * `restore` puts the removed value back at the current path of its place, or returns the document unchanged if
 * nothing is missing.
 */
export function undoEdit(
  { store, history }: { store: DocumentStore; history: History },
  path: Path,
  restore: (document: Json, path: Path) => Json,
): UndoEdit {
  const after = store.get();
  const keys = stableKeys(after, path);
  /** The document without the edit; undefined if it no longer contains the edit. */
  const restored = (document: Json): { next: Json; path: Path } | undefined => {
    // At the start of its history the document does not contain the edit.
    const currentPath = store.canUndo() ? pathOf(document, keys) : undefined;
    const next = currentPath && restore(document, currentPath);
    return next === undefined || next === document ? undefined : { next, path: currentPath! };
  };
  return {
    run() {
      const document = store.get();
      if (document === after) {
        history.undo();
        return;
      }
      const result = restored(document);
      if (result !== undefined) history.edit(result.next, result.path);
    },
    isPossible() {
      const document = store.get();
      return document === after || restored(document) !== undefined;
    },
    subscribe: store.subscribe,
  };
}
