import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { DocumentStore } from '#src/document/store.ts';
import { changedPlace } from './changed-place.ts';

/** A step through the history of the document. */
export interface Travel {
  /** What changed, as a path of the document that is there now; empty if it changed as a whole. */
  readonly place: Path;
  readonly direction: 'undo' | 'redo';
}

/** Undo and redo for a person: what changes is brought into sight. All keys and buttons of the page go through it. */
export interface History {
  undo(): void;
  redo(): void;
  /** Takes something back by an edit of its own, and leads there as undo does. */
  edit(next: Json, place: Path): void;
  /** Calls back after each step, until the returned function is called. */
  onTravel(listener: (travel: Travel) => void): () => void;
}

/** The history of the document in `store`. */
export function createHistory(store: DocumentStore): History {
  const listeners = new Set<(travel: Travel) => void>();
  const tell = (before: Json, noted: Path, direction: Travel['direction']) => {
    const place = changedPlace(before, store.get(), noted);
    for (const listener of listeners) listener({ place, direction });
  };
  const travel = (direction: Travel['direction']) => {
    const before = store.get();
    const noted = store[direction]();
    if (noted !== undefined) tell(before, noted, direction);
  };
  return {
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    edit(next, path) {
      const before = store.get();
      store.edit(next, { path });
      tell(before, path, 'undo');
    },
    onTravel(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
