import { pathOf, stableKeys } from '#src/document/edits.ts';
import type { Json } from '#src/document/json.ts';
import type { Path } from '#src/document/path.ts';
import type { DocumentStore } from '#src/document/store.ts';

/**
 * Takes back the edit that was just made, from a notice that stands for a while: what was edited since stays. Then
 * `bringBack` makes the document with what was taken away, at the place where `path` is by now; nothing is done if
 * that place is gone.
 */
export function takeBack(
  store: DocumentStore,
  path: Path,
  bringBack: (document: Json, path: Path) => Json,
): () => void {
  const after = store.get();
  const keys = stableKeys(after, path);
  return () => {
    const document = store.get();
    if (document === after) {
      store.undo();
      return;
    }
    const place = pathOf(document, keys);
    if (place !== undefined) store.edit(bringBack(document, place), { path: place });
  };
}
