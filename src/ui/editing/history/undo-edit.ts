import { pathOf, stableKeys } from '#src/document/edits.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { DocumentStore } from '#src/document/store.ts';
import type { History } from './history.ts';

/** Undoes one edit, for as long as that makes sense. */
export interface UndoEdit {
  run(): void;
  /** False once the edit was undone some other way, or its place is gone. */
  isPossible(): boolean;
  /** Calls back whenever `isPossible` may have changed, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/**
 * Undoes the edit that was just made, for a notice that is shown for a while. Later edits stay: after one, `restore`
 * puts the removed value back at the place where `path` is by now, or returns the document unchanged if nothing is
 * missing. Does nothing if that place is gone.
 */
export function undoEdit(
  { store, history }: { store: DocumentStore; history: History },
  path: Path,
  restore: (document: Json, path: Path) => Json,
): UndoEdit {
  const after = store.get();
  const keys = stableKeys(after, path);
  /** The document with the edit undone; the document itself if there is nothing to undo. */
  const undone = (document: Json): { next: Json; place: Path } | undefined => {
    // At the start of its history the document is without the edit.
    const place = store.canUndo() ? pathOf(document, keys) : undefined;
    return place && { next: restore(document, place), place };
  };
  return {
    run() {
      const document = store.get();
      if (document === after) {
        history.undo();
        return;
      }
      const back = undone(document);
      if (back !== undefined && back.next !== document) history.edit(back.next, back.place);
    },
    isPossible() {
      const document = store.get();
      if (document === after) return true;
      const back = undone(document);
      return back !== undefined && back.next !== document;
    },
    subscribe: store.subscribe,
  };
}
