import { pathOf, stableKeys } from '#src/document/edits.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { Editor } from './editor.ts';

/** A way to take back one edit, for as long as that makes sense. */
export interface TakeBack {
  run(): void;
  /** False once the edit was taken back some other way, or its place is gone. */
  isPossible(): boolean;
  /** Calls back whenever `isPossible` may have changed, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/**
 * Takes back the edit that was just made, from a notice that stands for a while: what was edited since stays. Then
 * `bringBack` makes the document with what was taken away, at the place where `path` is by now, or gives the document
 * as it is if nothing is missing. Nothing is done if that place is gone.
 */
export function takeBack(
  { store, history }: Pick<Editor, 'store' | 'history'>,
  path: Path,
  bringBack: (document: Json, path: Path) => Json,
): TakeBack {
  const after = store.get();
  const keys = stableKeys(after, path);
  /** The document with the edit taken back; the document itself if there is nothing to take back. */
  const mended = (document: Json): { next: Json; place: Path } | undefined => {
    // At the beginning of its history the document is without the edit.
    const place = store.canUndo() ? pathOf(document, keys) : undefined;
    return place && { next: bringBack(document, place), place };
  };
  return {
    run() {
      const document = store.get();
      if (document === after) {
        history.undo();
        return;
      }
      const back = mended(document);
      if (back !== undefined && back.next !== document) history.edit(back.next, back.place);
    },
    isPossible() {
      const document = store.get();
      if (document === after) return true;
      const back = mended(document);
      return back !== undefined && back.next !== document;
    },
    subscribe: store.subscribe,
  };
}
