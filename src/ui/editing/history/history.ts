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
  /** Reports any other way through the history, such as several steps at once. `act` returns the edited path. */
  step(direction: HistoryStep['direction'], act: () => Path | undefined): void;
  /** Calls back after each step, until the returned function is called. */
  onStep(listener: (step: HistoryStep) => void): () => void;
}

export function createHistory(store: DocumentStore): History {
  const listeners = new Set<(step: HistoryStep) => void>();
  const step: History['step'] = (direction, act) => {
    const before = store.get();
    const editedPath = act();
    if (editedPath === undefined) return;
    const path = changedPath(before, store.get(), editedPath);
    for (const listener of listeners) listener({ path, direction });
  };
  return {
    undo: () => step('undo', store.undo),
    redo: () => step('redo', store.redo),
    step,
    edit: (next, path) =>
      step('undo', () => {
        store.edit(next, { path });
        return path;
      }),
    onStep(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
