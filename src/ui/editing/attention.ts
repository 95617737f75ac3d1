import { stableKeys } from '#src/document/edits.ts';
import type { Json } from '#src/document/json.ts';
import type { Path } from '#src/document/path.ts';

/**
 * Which problems a person may be shown: those of fields that were left after being visited, of sections
 * that were left, and after Submit all. A row that was just added stays quiet until its own fields are left.
 */
export interface Attention {
  /** The field was left. */
  touch(document: Json, path: Path): void;
  /** A section was left, or Submit was pressed (`everything`). Ends the quiet of new rows. */
  reveal(section: string): void;
  /** A row was just added under this id. */
  welcome(rowId: string): void;
  isShown(document: Json, path: Path): boolean;
  isRevealed(section: string): boolean;
  /** Forgets all: a new document is in hand. */
  reset(): void;
  /** Changes with every change, for useSyncExternalStore. */
  version(): number;
  subscribe(listener: () => void): () => void;
}

/** The section name that stands for the whole document. */
export const everything = '*';

/**
 * `sectionOf` names the section a path is shown in. `settle` puts off what would move the page while a
 * pointer is pressed; at once unless told.
 */
export function createAttention(
  sectionOf: (path: Path) => string,
  settle: (run: () => void) => void = (run) => run(),
): Attention {
  const touched = new Set<string>();
  const revealed = new Set<string>();
  const fresh = new Set<string>();
  const listeners = new Set<() => void>();
  let version = 0;
  const tell = () => {
    version++;
    for (const listener of listeners) listener();
  };
  const isRevealed = (section: string) => revealed.has(everything) || revealed.has(section);

  return {
    touch(document, path) {
      const name = stableKeys(document, path).join('/');
      if (touched.has(name)) return;
      settle(() => {
        touched.add(name);
        tell();
      });
    },
    reveal(section) {
      if (isRevealed(section) && fresh.size === 0) return;
      revealed.add(section);
      fresh.clear();
      tell();
    },
    welcome(rowId) {
      fresh.add(rowId);
    },
    isShown(document, path) {
      const keys = stableKeys(document, path);
      if (touched.has(keys.join('/'))) return true;
      return isRevealed(sectionOf(path)) && !keys.some((key) => fresh.has(key));
    },
    isRevealed,
    reset() {
      touched.clear();
      revealed.clear();
      fresh.clear();
      tell();
    },
    version: () => version,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
