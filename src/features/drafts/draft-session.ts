import { createDocumentStore, type DocumentStore } from '#src/document/store.ts';
import { isJsonObject, type Json } from '#src/json/value.ts';
import { lockDocument, type DocumentLock } from './document-lock.ts';
import type { StoredDraft } from './draft-record.ts';
import { restoreSettings, storeSettings } from './draft-settings.ts';
import { startAutosave, type Autosave } from './autosave.ts';
import type { SaveStart, Fork, ForkReason } from './draft-slot.ts';
import { findDraft, readLatest, type FoundDraft } from './find-draft.ts';
import type { SetAside } from './set-aside.ts';
import { newDraftId, rememberId, tabId } from './tab-document.ts';
import { watchNote } from './unsaved-note.ts';

/** Another stored version of the document, and why there is one. */
export interface OtherVersion {
  readonly id: string;
  /** `left`: the user opened the current one instead. */
  readonly kind: ForkReason | 'left';
}

/** The document of this tab, and how it is saved. */
export interface Draft {
  readonly id: string;
  readonly store: DocumentStore;
  /** Undefined while another tab owns the document. */
  readonly autosave: Autosave | undefined;
  /** True while another tab owns it. */
  readonly isElsewhere: boolean;
  /** When the restored version was saved; undefined for a new document. */
  readonly restoredFrom: number | undefined;
  /** How this tab got it. */
  readonly arrival: 'new' | 'restored' | 'returned' | 'copied';
  /** How many times this tab has opened another document in the same store. */
  readonly openCount: number;
  readonly other: OtherVersion | undefined;
  /** Stored drafts that cannot be opened. */
  readonly setAside: readonly SetAside[];
  /** Continues with a copy of the document, which another tab owns. */
  workOnCopy(): Promise<void>;
  /**
   * Opens another stored document, or a newer version of this one, after saving the current one. `isVersion`: it is
   * another version of the current document, and the user can return to the current one.
   */
  open(id: string, isVersion?: boolean): Promise<void>;
  /**
   * Opens a new draft with a document, after saving the current one. Returns its ID; undefined if the tab was closed.
   */
  openNew(document: Json): Promise<string | undefined>;
}

/** The document that is open in this tab. A new object for each document. */
interface HeldDraft {
  readonly id: string;
  lock: DocumentLock;
  autosave?: Autosave | undefined;
  /** Stops watching for edits that the previous tab left late. */
  stopWatching?: () => void;
}

/** How many times a new tab looks for a draft that no other tab holds. */
const MAX_ATTEMPTS = 5;

/** A tab's work on its document, until it is closed. */
export interface DraftSession {
  close(): void;
}

/**
 * Opens the document of this tab, or `initial`, and saves it. `show` gets each of its states, the first one at once.
 */
export async function openDraft(
  initial: Json,
  show: (draft: Draft) => void,
): Promise<DraftSession> {
  const isNewTab = tabId() === null;
  for (let attempt = 1; ; attempt++) {
    const found = await findDraft();
    const lock = await lockDocument(found.id);
    if (lock.isOwner || !isNewTab || attempt === MAX_ATTEMPTS)
      return new TabDraft(initial, found, lock, show);
    // Another tab that opened at the same time was faster.
    lock.release();
  }
}

class TabDraft implements DraftSession {
  private readonly store: DocumentStore;
  private readonly initial: Json;
  private readonly show: (draft: Draft) => void;
  private held: HeldDraft;
  private draft: Draft;
  private readonly stopStoringSettings: () => void;
  private isClosed = false;

  constructor(
    initial: Json,
    { id, draft: record, other, setAside, problem }: FoundDraft,
    lock: DocumentLock,
    show: (draft: Draft) => void,
  ) {
    this.initial = initial;
    this.store = createDocumentStore(record?.document ?? initial);
    this.show = show;
    this.held = { id, lock };
    this.draft = {
      id,
      store: this.store,
      autosave: undefined,
      isElsewhere: false,
      restoredFrom: record?.savedAt,
      arrival: record ? 'restored' : 'new',
      openCount: 0,
      other: other === undefined ? undefined : { id: other, kind: 'forked' },
      setAside,
      workOnCopy: () => this.workOnCopy(),
      open: (otherId, isVersion) => this.open(otherId, isVersion),
      openNew: (document) => this.openNew(document),
    };
    if (record) restoreSettings(record);
    this.hold(this.held, { ...startOf(id, record), problem }, {});
    this.stopStoringSettings = storeSettings(() => (this.held.autosave ? this.held.id : undefined));
  }

  close(): void {
    this.isClosed = true;
    this.stopStoringSettings();
    void this.held.autosave?.leave();
    release(this.held);
  }

  private publish(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
    if (!this.isClosed) this.show(this.draft);
  }

  /** Makes a document the document of this tab; it is saved as soon as this tab owns it. */
  private hold(next: HeldDraft, from: SaveStart, change: Partial<Draft>): void {
    this.held = next;
    rememberId(next.id);
    const { isOwner, becameOwner } = next.lock;
    if (isOwner) next.autosave = this.keep(from);
    this.publish({ ...change, id: next.id, autosave: next.autosave, isElsewhere: !isOwner });
    void becameOwner.then(() => {
      if (!this.isClosed && this.held === next) this.takeOver(next);
    });
  }

  private keep(from: SaveStart): Autosave {
    return startAutosave(this.store, from, (fork) => this.fork(fork));
  }

  /** The document continues under another ID, because the record under this one must stay. */
  private fork({ id, other, kind }: Fork): void {
    const before = this.held;
    before.stopWatching?.();
    before.lock.release();
    const next: HeldDraft = { ...before, id };
    this.held = next;
    this.publish({ id, other: { id: other, kind } });
    void lockDocument(id).then((lock) => {
      if (this.isClosed || this.held !== next) lock.release();
      else next.lock = lock;
    });
  }

  /** The other tab was closed: continue with its last version. */
  private takeOver(from: HeldDraft): void {
    let latestDocument: Json | undefined;
    const loadLatest = async () => {
      const latest = await readLatest(from.id);
      if (this.isClosed || this.held !== from) return;
      from.autosave?.stop();
      if (latest) {
        restoreSettings(latest);
        this.store.reset(latest.document);
      }
      latestDocument = this.store.get();
      from.autosave = this.keep(startOf(from.id, latest));
      this.publish({ autosave: from.autosave, isElsewhere: false, arrival: 'returned' });
    };
    // Its last edits may arrive after its lock; they are dropped once the user has typed here.
    let turn: Promise<void> = Promise.resolve();
    from.stopWatching = watchNote(from.id, () => {
      turn = turn.then(() => (this.store.get() === latestDocument ? loadLatest() : undefined));
    });
    turn = loadLatest();
  }

  private async workOnCopy(): Promise<void> {
    const before = this.held;
    const id = newDraftId();
    const lock = await lockDocument(id);
    if (this.isClosed || this.held !== before) return lock.release();
    release(before);
    this.hold({ id, lock }, { id, revision: 0 }, { arrival: 'copied' });
    this.store.reset(newObject(this.store.get()));
  }

  private async open(id: string, isVersion = false): Promise<void> {
    const before = this.held;
    const isOther = id !== before.id;
    if (isOther) await before.autosave?.leave();
    const draft = await readLatest(id);
    const lock = await lockDocument(id);
    if (this.isClosed || this.held !== before || draft === undefined) return lock.release();
    release(before);
    // Before the tab holds the draft: a change of the session is stored in the draft at hand.
    this.held = { id, lock };
    restoreSettings(draft);
    this.store.reset(draft.document);
    this.hold(this.held, startOf(id, draft), {
      arrival: 'restored',
      restoredFrom: draft.savedAt,
      openCount: this.draft.openCount + 1,
      other: isOther && isVersion ? { id: before.id, kind: 'left' } : undefined,
    });
  }

  private async openNew(document: Json): Promise<string | undefined> {
    const before = this.held;
    await before.autosave?.leave();
    const id = newDraftId();
    const lock = await lockDocument(id);
    if (this.isClosed || this.held !== before) {
      lock.release();
      return undefined;
    }
    release(before);
    // Before the autosave starts: an untouched document is not stored.
    if (document === this.initial) this.store.reset(document);
    const openCount = this.draft.openCount + 1;
    this.hold(
      { id, lock },
      { id, revision: 0 },
      { arrival: 'new', restoredFrom: undefined, openCount, other: undefined },
    );
    // After the autosave has started, so that it stores the document.
    if (document !== this.initial) this.store.reset(newObject(document));
    return id;
  }
}

function startOf(id: string, read: StoredDraft | undefined): SaveStart {
  return { id, revision: read?.revision ?? 0, writer: read?.writer };
}

/** The same document as a new object, so that the autosave sees a change and stores it. */
function newObject(document: Json): Json {
  return isJsonObject(document) ? { ...document } : structuredClone(document);
}

function release({ autosave, lock, stopWatching }: HeldDraft): void {
  stopWatching?.();
  autosave?.stop();
  lock.release();
}
