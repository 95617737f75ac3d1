import type { Path } from '#src/json/path.ts';
import type { Json } from '#src/json/value.ts';
import type { DocumentStore } from '#src/document/store.ts';
import { changedPath } from './changed-path.ts';

/** One undo or redo. */
export interface HistoryStep {
  /** The path of the change in the current document; empty if the whole document changed. */
  readonly path: Path;
  readonly direction: 'undo' | 'redo';
}

/** Undo and redo as the user sees them: listeners scroll to the change. All keys and buttons of the page use it. */
export interface History {
  undo(): void;
  redo(): void;
  /** Undoes a change by a new edit, and reports it to listeners like an undo. */
  edit(next: Json, path: Path): void;
  /** Calls back after each step, until the returned function is called. */
  onStep(listener: (step: HistoryStep) => void): () => void;
}

export function createHistory(store: DocumentStore): History {
  const listeners = new Set<(step: HistoryStep) => void>();
  const report = (before: Json, editedPath: Path, direction: HistoryStep['direction']) => {
    const path = changedPath(before, store.get(), editedPath);
    for (const listener of listeners) listener({ path, direction });
  };
  const step = (direction: HistoryStep['direction']) => {
    const before = store.get();
    const editedPath = store[direction]();
    if (editedPath !== undefined) report(before, editedPath, direction);
  };
  return {
    undo: () => step('undo'),
    redo: () => step('redo'),
    edit(next, path) {
      const before = store.get();
      store.edit(next, { path });
      report(before, path, 'undo');
    },
    onStep(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
