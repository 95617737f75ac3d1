import { pathOf, stableKeys } from '#src/document/edits.ts';
import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';

/**
 * Decides which problems a field shows. A wrong value shows at once, unless the person is still typing it for the
 * first time. A missing value shows after its field or section was left, or after Submit. A row that was just added
 * stays quiet until its own fields are left.
 */
export interface Attention {
  /** The field was left. */
  touch(document: Json, path: Path): void;
  /** The person types into the field. Until it is left, its wrong value shows only if the section was left. */
  hold(document: Json, path: Path): void;
  /** A section was left, or Submit was pressed (`everything`). Ends the quiet of new rows. */
  reveal(section: string): void;
  /** A row was just added under this id. */
  welcome(rowId: string): void;
  /** True if a problem at `path` may be shown: that a value is missing, or that it is wrong. */
  isShown(document: Json, path: Path, isMissing?: boolean): boolean;
  isRevealed(section: string): boolean;
  /** Forgets everything, because another document is open now; continues with its marks if it has any. */
  reset(restored?: Restored): void;
  /** What {@link createAttention} needs to continue with the same document after a reload. */
  marks(document: Json): Marks;
  /** Changes with every change, for useSyncExternalStore. */
  version(): number;
  subscribe(listener: () => void): () => void;
}

/** What the person has visited. Plain JSON, so that it can be stored. */
export interface Marks {
  /** The sections that were left; {@link everything} after Submit. */
  readonly sections: readonly string[];
  /** The fields that were left. */
  readonly fields: readonly Path[];
}

/** The section name that stands for the whole document. */
export const everything = '*';

/** Marks from before a reload, and the document whose paths they hold. */
export interface Restored {
  readonly document: Json;
  readonly marks: Marks;
}

/**
 * `sectionOf` names the section that shows a path. `settle` delays what would move the page while a pointer is
 * pressed; by default nothing is delayed. `restored` continues with marks from before a reload.
 */
export function createAttention(
  sectionOf: (path: Path) => string,
  settle: (run: () => void) => void = (run) => run(),
  restored?: Restored,
): Attention {
  const touched = new Map<string, readonly string[]>();
  const held = new Set<string>();
  const revealed = new Set<string>();
  const fresh = new Set<string>();
  const listeners = new Set<() => void>();
  let version = 0;
  const tell = () => {
    version++;
    for (const listener of listeners) listener();
  };
  const isRevealed = (section: string) => revealed.has(everything) || revealed.has(section);
  const restore = ({ document, marks }: Restored) => {
    for (const section of marks.sections) revealed.add(section);
    for (const path of marks.fields) {
      const keys = stableKeys(document, path);
      touched.set(keys.join('/'), keys);
    }
  };
  if (restored) restore(restored);

  return {
    touch(document, path) {
      const keys = stableKeys(document, path);
      const name = keys.join('/');
      if (touched.has(name)) return;
      settle(() => {
        touched.set(name, keys);
        held.delete(name);
        tell();
      });
    },
    hold(document, path) {
      const name = stableKeys(document, path).join('/');
      if (!touched.has(name)) held.add(name);
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
    isShown(document, path, isMissing = true) {
      const isVisited = isRevealed(sectionOf(path));
      // Most calls end here: counting thousands of issues must not walk the document for each.
      if (fresh.size === 0 && isVisited) return true;
      if (fresh.size + held.size + touched.size === 0) return !isMissing;
      const keys = stableKeys(document, path);
      const name = keys.join('/');
      if (touched.has(name)) return true;
      if (keys.some((key) => fresh.has(key))) return false;
      return isVisited || (!isMissing && !held.has(name));
    },
    isRevealed,
    reset(next) {
      touched.clear();
      held.clear();
      revealed.clear();
      fresh.clear();
      if (next) restore(next);
      tell();
    },
    marks: (document) => ({
      sections: [...revealed],
      fields: [...touched.values()].flatMap((keys) => {
        const path = pathOf(document, keys);
        return path === undefined ? [] : [path];
      }),
    }),
    version: () => version,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
