import { ownName } from '#src/client/base-path.ts';
import type { DocumentStore } from '#src/document/store.ts';
import { DraftConflict, writeDraft } from './draft-database.ts';
import { closeDraft } from './draft-record.ts';
import { storageProblem, type StorageProblem } from './storage-problem.ts';
import { newDraftId, randomName, rememberId } from './tab-document.ts';
import { leaveUnsaved } from './unsaved-note.ts';

/**
 * How long after an edit the save that includes it begins, milliseconds. Further edits do not put it off: a browser that
 * is killed while someone types has everything but this much and the time of one write, together less than a second.
 */
const SAVE_WITHIN_MS = 500;

/** How long nothing is edited before the page says that all is saved, milliseconds: said between two keys, it would flicker. */
const CALM_MS = 250;

/** Tabs tell each other through it what they have stored. The number is that of the messages' shape. */
const CHANNEL = ownName('ief-builder-drafts 1');

/** Stored, about to be, refused by the browser, or older than what another tab has stored. */
export type SaveState = 'saved' | 'saving' | 'failed' | 'outdated';

/**
 * Why a document goes on under another id: another tab has stored a newer version, what is stored cannot be read any
 * more, or could not be read when the page was opened.
 */
export type PartingKind = 'parted' | 'unreadable' | 'unread';

/** From now on the document is kept as `id`; what is stored as `other` stays as it is. */
export interface Parting {
  readonly id: string;
  readonly other: string;
  readonly kind: PartingKind;
}

/** What a document is kept from. */
export interface KeptFrom {
  readonly id: string;
  /** The revision that was read; 0 for a new document. */
  readonly revision: number;
  /** Why the storage could not be read at all. */
  readonly problem?: StorageProblem | undefined;
}

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
  const writer = randomName();
  let { id, revision, revision: base, problem } = from;
  /** False until what is stored has been read or replaced. */
  let isKnown = problem === undefined;
  let state: SaveState = isKnown ? 'saved' : 'failed';
  let stored = store.get();
  let editedAt = 0;
  let writing: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let calm: ReturnType<typeof setTimeout> | undefined;
  const channel = new BroadcastChannel(CHANNEL);
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
      editedAt + CALM_MS - Date.now(),
    );
  };
  const endTimers = () => {
    clearTimeout(timer);
    clearTimeout(calm);
    timer = undefined;
  };

  const next = () =>
    closeDraft({
      id,
      revision: ++revision,
      savedAt: Date.now(),
      writer,
      base,
      document: store.get(),
    });
  const part = (kind: PartingKind) => {
    const other = id;
    id = newDraftId();
    revision = base = 0;
    isKnown = true;
    rememberId(id);
    onParted({ id, other, kind });
  };
  const write = async () => {
    try {
      await writeDraft(next());
    } catch (error) {
      if (!(error instanceof DraftConflict)) throw error;
      if (!isKnown) part('unread');
      else part(error.kind === 'unreadable' ? 'unreadable' : 'parted');
      await writeDraft(next());
    }
    isKnown = true;
    // A channel has one origin by nature; the rule means windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel.postMessage({ id, revision });
  };
  const save = async () => {
    const document = store.get();
    const isStored = document === stored;
    if (isStored && (!isKnown || state === 'outdated')) return;
    try {
      if (!isStored) await write();
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
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const of = (name: 'id' | 'revision'): unknown => Reflect.get(Object(data), name);
    const isNewer = of('id') === id && Number(of('revision')) > revision;
    // With edits of its own this tab finds out when it stores them.
    if (isNewer && store.get() === stored) show('outdated');
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
      void writing.then(() => channel.close());
    },
  };
}
