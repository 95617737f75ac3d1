import type { DocumentStore } from '#src/document/store.ts';
import { takeSlot, type KeptFrom, type Parting } from './draft-slot.ts';
import { storageProblem, type StorageProblem } from './storage-problem.ts';
import { leaveUnsaved } from './unsaved-note.ts';

/**
 * How long after an edit the save that includes it begins, milliseconds. Further edits do not put it off: a browser that
 * is killed while someone types has everything but this much and the time of one write, together less than a second.
 */
const SAVE_WITHIN_MS = 500;

/** How long nothing is edited before the page says that all is saved, milliseconds: said between two keys, it would flicker. */
const CALM_MS = 250;

/** Stored, about to be, refused by the browser, or older than what another tab has stored. */
export type SaveState = 'saved' | 'saving' | 'failed' | 'outdated';

/** Stores the document half a second after an edit at the latest, and at once when the page is hidden or left. */
export interface DraftKeeper {
  state(): SaveState;
  /** Why the last save failed; undefined if it did not. */
  problem(): StorageProblem | undefined;
  subscribe(listener: () => void): () => void;
  /** Stores what is not stored yet, now. */
  flush(): Promise<void>;
  stop(): void;
}

/**
 * Keeps `store`, going on from what was read. Never replaces what another tab has stored, nor what this page cannot
 * read: then the document goes on under a new id, and `onParted` is called.
 */
export function keepDraft(
  store: DocumentStore,
  from: KeptFrom,
  onParted: (parting: Parting) => void,
): DraftKeeper {
  const slot = takeSlot(from, onParted);
  let { problem } = from;
  let state: SaveState = problem === undefined ? 'saved' : 'failed';
  let stored = store.get();
  let editedAt = 0;
  let writing: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let calm: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const tell = () => {
    for (const listener of listeners) listener();
  };
  const show = (next: SaveState) => {
    if (next === state) return;
    state = next;
    tell();
  };
  const showCalm = () => {
    clearTimeout(calm);
    calm = setTimeout(
      () => show(store.get() === stored ? 'saved' : 'saving'),
      editedAt + CALM_MS - performance.now(),
    );
  };
  const endTimers = () => {
    clearTimeout(timer);
    clearTimeout(calm);
    timer = undefined;
  };

  const save = async () => {
    const document = store.get();
    const isStored = document === stored;
    if (isStored && (!slot.isKnown() || state === 'outdated')) return;
    try {
      if (!isStored) await slot.write(() => store.get());
      stored = document;
      problem = undefined;
      showCalm();
    } catch (error) {
      problem = storageProblem(error);
      state = 'failed';
      tell();
    }
  };
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    // One write after the other: a later one must not overtake.
    writing = writing.then(save);
    return writing;
  };
  const onHide = () => {
    if (document.visibilityState === 'hidden') void flush();
  };
  const onLeave = () => {
    // The database answers too late for a page that is going away.
    if (store.get() !== stored) leaveUnsaved(slot.next(store.get()));
    void flush();
  };
  const stopListening = store.subscribe(() => {
    editedAt = performance.now();
    clearTimeout(calm);
    if (store.get() !== stored) show(state === 'failed' ? 'failed' : 'saving');
    timer ??= setTimeout(() => void flush(), SAVE_WITHIN_MS);
  });
  document.addEventListener('visibilitychange', onHide);
  window.addEventListener('pagehide', onLeave);
  const stopHearing = slot.hear(() => {
    // With edits of its own this tab finds out when it stores them.
    if (store.get() === stored) show('outdated');
  });

  return {
    state: () => state,
    problem: () => problem,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    flush,
    stop() {
      stopListening();
      endTimers();
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('pagehide', onLeave);
      // A save under way still has something to tell.
      void writing.then(stopHearing);
    },
  };
}
