import { documentSize, LARGE_DOCUMENT } from '#src/document/document-size.ts';
import { createListeners } from '#src/document/listeners.ts';
import type { DocumentStore } from '#src/document/store.ts';
import type { Json } from '#src/json/value.ts';
import { createDraftSlot, type DraftSlot, type SaveStart, type Fork } from './draft-slot.ts';
import { storageProblem, type StorageProblem } from './storage-problem.ts';
import { writeNote } from './unsaved-note.ts';

/**
 * How long after an edit its save starts, milliseconds. Further edits do not delay it: a browser that is killed while
 * the user types loses this much and the time of one write, together less than a second.
 */
const SAVE_WITHIN_MS = 500;

/** A large document is saved this much later, milliseconds. */
const LARGE_LATER_MS = 400;

/** How long after the last edit the page shows “saved”, milliseconds: between the keys of a slow typist it would flicker. */
const CALM_MS = 600;

/** Stored, about to be stored, refused by the browser, or older than the version that another tab has stored. */
export type SaveState = 'saved' | 'saving' | 'failed' | 'outdated';

/** Stores the document within half a second of an edit, a large one within a second, and at once when the page is left. */
export interface Autosave {
  state(): SaveState;
  /** Why the last save failed; undefined if it succeeded. */
  problem(): StorageProblem | undefined;
  subscribe(listener: () => void): () => void;
  /** Saves now. */
  flush(): Promise<void>;
  /** Saves now, for a tab that leaves the document. Edits that the database refuses are left as a note. */
  leave(): Promise<void>;
  stop(): void;
}

/**
 * Saves `store`, starting from what was read. Never replaces a record that another tab has stored or that this page
 * cannot read: then the document continues under a new ID, and `onFork` is called.
 */
export function startAutosave(
  store: DocumentStore,
  from: SaveStart,
  onFork: (fork: Fork) => void,
): Autosave {
  return new StoreAutosave(store, createDraftSlot(from, onFork), from.problem);
}

class StoreAutosave implements Autosave {
  private readonly store: DocumentStore;
  private readonly slot: DraftSlot;
  private readonly listeners = createListeners();
  private readonly stopListening: () => void;
  private readonly stopListeningToTabs: () => void;
  private lastProblem: StorageProblem | undefined;
  private saveState: SaveState;
  private stored: Json;
  private editedAt = 0;
  private writing: Promise<void> = Promise.resolve();
  private saveTimer: ReturnType<typeof setTimeout> | undefined;
  private calmTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: DocumentStore, slot: DraftSlot, problem: StorageProblem | undefined) {
    this.store = store;
    this.slot = slot;
    this.lastProblem = problem;
    this.saveState = problem === undefined ? 'saved' : 'failed';
    this.stored = store.get();
    const stopEdits = store.subscribe(() => this.onEdit());
    document.addEventListener('visibilitychange', this.onHide);
    window.addEventListener('pagehide', this.onLeave);
    this.stopListening = () => {
      stopEdits();
      document.removeEventListener('visibilitychange', this.onHide);
      window.removeEventListener('pagehide', this.onLeave);
    };
    this.stopListeningToTabs = slot.onNewerVersion(() => {
      // With unsaved edits, this tab finds out when it saves them.
      if (this.isStored()) this.show('outdated');
    });
  }

  state(): SaveState {
    return this.saveState;
  }

  problem(): StorageProblem | undefined {
    return this.lastProblem;
  }

  subscribe(listener: () => void): () => void {
    return this.listeners.subscribe(listener);
  }

  flush(): Promise<void> {
    clearTimeout(this.saveTimer);
    this.saveTimer = undefined;
    // One write at a time, so that none overtakes an earlier one.
    this.writing = this.writing.then(() => this.save());
    return this.writing;
  }

  async leave(): Promise<void> {
    await this.flush();
    this.leaveNote();
  }

  stop(): void {
    this.stopListening();
    clearTimeout(this.saveTimer);
    clearTimeout(this.calmTimer);
    this.saveTimer = undefined;
    // A save in progress still announces itself to other tabs.
    void this.writing.then(this.stopListeningToTabs);
  }

  private isStored(): boolean {
    return this.store.get() === this.stored;
  }

  private async save(): Promise<void> {
    const current = this.store.get();
    const isStored = this.isStored();
    if (isStored && (!this.slot.isKnown() || this.saveState === 'outdated')) return;
    try {
      if (!isStored) await this.slot.write(() => this.store.get());
      this.stored = current;
      this.lastProblem = undefined;
      this.showWhenCalm();
    } catch (error) {
      this.lastProblem = storageProblem(error);
      this.saveState = 'failed';
      this.notify();
    }
  }

  private onEdit(): void {
    this.editedAt = performance.now();
    clearTimeout(this.calmTimer);
    if (!this.isStored()) this.show(this.saveState === 'failed' ? 'failed' : 'saving');
    this.saveTimer ??= setTimeout(() => {
      // Measured here and not before: the first measure of a large document takes a while.
      const isLarge = documentSize(this.store.get()) > LARGE_DOCUMENT;
      this.saveTimer = setTimeout(() => void this.flush(), isLarge ? LARGE_LATER_MS : 0);
    }, SAVE_WITHIN_MS);
  }

  private readonly onHide = (): void => {
    if (document.visibilityState === 'hidden') void this.flush();
  };

  private readonly onLeave = (): void => {
    // The database is too slow for a page that is being closed.
    this.leaveNote();
    void this.flush();
  };

  private leaveNote(): void {
    if (!this.isStored()) writeNote(this.slot.next(this.store.get()));
  }

  private showWhenCalm(): void {
    clearTimeout(this.calmTimer);
    this.calmTimer = setTimeout(
      () => this.show(this.isStored() ? 'saved' : 'saving'),
      this.editedAt + CALM_MS - performance.now(),
    );
  }

  private show(next: SaveState): void {
    if (next === this.saveState) return;
    this.saveState = next;
    this.notify();
  }

  private notify(): void {
    this.listeners.notify();
  }
}
