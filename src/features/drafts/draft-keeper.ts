import type { DocumentStore } from '#src/document/store.ts';
import { createPause } from '#src/ui/editing/pause.ts';
import { writeDraft } from './draft-database.ts';
import { closeDraft } from './draft-record.ts';
import { leaveUnsaved } from './unsaved-note.ts';

/** How long after the last edit a document is stored, milliseconds. */
const SAVE_DELAY_MS = 500;

/** Where the work stands: stored, on its way, or refused by the browser. */
export type SaveState = 'saved' | 'saving' | 'failed';

/** Stores the document after each pause, and at once when the page is hidden or left. */
export interface DraftKeeper {
  state(): SaveState;
  subscribe(listener: () => void): () => void;
  /** Stores what is not stored yet, now. */
  flush(): Promise<void>;
  stop(): void;
}

/** Keeps `store` under `id`, going on from the revision that was read. */
export function keepDraft(store: DocumentStore, id: string, readRevision: number): DraftKeeper {
  let revision = readRevision;
  let state: SaveState = 'saved';
  let stored = store.get();
  let writing: Promise<void> = Promise.resolve();
  const listeners = new Set<() => void>();
  const show = (next: SaveState) => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };

  const next = () =>
    closeDraft({ id, revision: ++revision, savedAt: Date.now(), document: store.get() });
  const save = async () => {
    const document = store.get();
    if (document === stored) return;
    try {
      await writeDraft(next());
      stored = document;
      show(store.get() === stored ? 'saved' : 'saving');
    } catch {
      show('failed');
    }
  };
  const flush = () => {
    pause.end();
    // One write after the other: a later one must not overtake.
    writing = writing.then(save);
    return writing;
  };
  const pause = createPause(SAVE_DELAY_MS, () => void flush());
  const onHide = () => {
    if (document.visibilityState === 'hidden') void flush();
  };
  const onLeave = () => {
    // The database answers too late for a page that is going away.
    if (store.get() !== stored) leaveUnsaved(next());
    void flush();
  };
  const stopListening = store.subscribe(() => {
    if (store.get() !== stored) show(state === 'failed' ? 'failed' : 'saving');
    pause.begin();
  });
  document.addEventListener('visibilitychange', onHide);
  window.addEventListener('pagehide', onLeave);

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
    stop() {
      stopListening();
      pause.end();
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('pagehide', onLeave);
    },
  };
}
