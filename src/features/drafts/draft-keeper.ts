import type { DocumentStore } from '#src/document/store.ts';
import { writeDraft } from './draft-database.ts';
import { closeDraft } from './draft-record.ts';
import { leaveUnsaved } from './unsaved-note.ts';

/**
 * How long after an edit the save that includes it begins, milliseconds. Further edits do not put it off: a browser that
 * is killed while someone types has everything but this much and the time of one write, together less than a second.
 */
const SAVE_WITHIN_MS = 500;

/** How long nothing is edited before the page says that all is saved, milliseconds: said between two keys, it would flicker. */
const CALM_MS = 250;

/** Where the work stands: stored, on its way, or refused by the browser. */
export type SaveState = 'saved' | 'saving' | 'failed';

/** Stores the document half a second after an edit at the latest, and at once when the page is hidden or left. */
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
  let editedAt = 0;
  let calm: ReturnType<typeof setTimeout> | undefined;
  const show = (next: SaveState) => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };

  const showCalm = () => {
    clearTimeout(calm);
    calm = setTimeout(
      () => show(store.get() === stored ? 'saved' : 'saving'),
      editedAt + CALM_MS - Date.now(),
    );
  };
  const next = () =>
    closeDraft({ id, revision: ++revision, savedAt: Date.now(), document: store.get() });
  const save = async () => {
    const document = store.get();
    try {
      if (document !== stored) await writeDraft(next());
      stored = document;
      showCalm();
    } catch {
      show('failed');
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const endTimer = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const flush = () => {
    endTimer();
    // One write after the other: a later one must not overtake.
    writing = writing.then(save);
    return writing;
  };
  const onHide = () => {
    if (document.visibilityState === 'hidden') void flush();
  };
  const onLeave = () => {
    // The database answers too late for a page that is going away.
    if (store.get() !== stored) leaveUnsaved(next());
    void flush();
  };
  const stopListening = store.subscribe(() => {
    editedAt = Date.now();
    clearTimeout(calm);
    if (store.get() !== stored) show(state === 'failed' ? 'failed' : 'saving');
    timer ??= setTimeout(() => void flush(), SAVE_WITHIN_MS);
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
      endTimer();
      clearTimeout(calm);
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('pagehide', onLeave);
    },
  };
}
