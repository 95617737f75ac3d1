import { createDocumentStore, type DocumentStore } from '#src/document/store.ts';
import type { Json } from '#src/json/value.ts';
import { lockDocument, type DocumentLock } from './document-lock.ts';
import { readDraft } from './draft-database.ts';
import { keepDraft, type DraftKeeper } from './draft-keeper.ts';
import type { KeptFrom, Parting, PartingKind } from './draft-slot.ts';
import { findDraft, readLatest, type FoundDraft } from './find-draft.ts';
import type { SetAside } from './set-aside.ts';
import { newDraftId, rememberId } from './tab-document.ts';
import { watchUnsaved } from './unsaved-note.ts';

/** Another stored version of the document, and why there is one. */
export interface OtherVersion {
  readonly id: string;
  /** `left`: the user opened the current one instead. */
  readonly kind: PartingKind | 'left';
}

/** The document of this tab, and how it is saved. */
export interface Draft {
  readonly id: string;
  readonly store: DocumentStore;
  /** Undefined while another tab owns the document. */
  readonly keeper: DraftKeeper | undefined;
  /** True while another tab owns it. */
  readonly isElsewhere: boolean;
  /** When the restored version was saved; undefined for a new document. */
  readonly restoredFrom: number | undefined;
  /** How this tab got it. */
  readonly arrival: 'new' | 'restored' | 'returned' | 'copied';
  readonly other: OtherVersion | undefined;
  /** Stored drafts that cannot be opened. */
  readonly setAside: readonly SetAside[];
  /** Continues with a copy of the document, which another tab owns. */
  workOnCopy(): Promise<void>;
  /** Opens another stored document, or a newer version of this one, after saving the current one. */
  open(id: string): Promise<void>;
}

/** What this tab holds of a document; a new object for each document. */
interface Hold {
  readonly id: string;
  lock: DocumentLock;
  keeper?: DraftKeeper | undefined;
  /** Stops watching for edits that the previous tab left late. */
  stopWatching?: () => void;
}

/** A tab's work on its document, until it is closed. */
export interface DraftSession {
  close(): void;
}

/** Opens the document of this tab, or `initial`, and saves it. `show` gets each of its states, the first one at once. */
export async function openDraft(
  initial: Json,
  show: (draft: Draft) => void,
): Promise<DraftSession> {
  const found = await findDraft();
  const lock = await lockDocument(found.id);
  return new TabDraft(initial, found, lock, show);
}

class TabDraft implements DraftSession {
  private readonly store: DocumentStore;
  private readonly show: (draft: Draft) => void;
  private hold: Hold;
  private draft: Draft;
  private isClosed = false;

  constructor(
    initial: Json,
    { id, draft: record, other, setAside, problem }: FoundDraft,
    lock: DocumentLock,
    show: (draft: Draft) => void,
  ) {
    this.store = createDocumentStore(record?.document ?? initial);
    this.show = show;
    this.hold = { id, lock };
    this.draft = {
      id,
      store: this.store,
      keeper: undefined,
      isElsewhere: false,
      restoredFrom: record?.savedAt,
      arrival: record ? 'restored' : 'new',
      other: other === undefined ? undefined : { id: other, kind: 'parted' },
      setAside,
      workOnCopy: () => this.workOnCopy(),
      open: (otherId) => this.open(otherId),
    };
    this.take(this.hold, { id, revision: record?.revision ?? 0, problem }, {});
  }

  close(): void {
    this.isClosed = true;
    void this.hold.keeper?.flush();
    release(this.hold);
  }

  private publish(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
    if (!this.isClosed) this.show(this.draft);
  }

  /** Makes a document the one of this tab; it is saved as soon as this tab owns it. */
  private take(next: Hold, from: KeptFrom, change: Partial<Draft>): void {
    this.hold = next;
    rememberId(next.id);
    const { isOwner, becameOwner } = next.lock;
    if (isOwner) next.keeper = this.keep(from);
    this.publish({ ...change, id: next.id, keeper: next.keeper, isElsewhere: !isOwner });
    void becameOwner.then(() => {
      if (!this.isClosed && this.hold === next) this.inherit(next);
    });
  }

  private keep(from: KeptFrom): DraftKeeper {
    return keepDraft(this.store, from, (parting) => this.part(parting));
  }

  /** The document continues under another id, because what is stored under this one must stay. */
  private part({ id, other, kind }: Parting): void {
    const before = this.hold;
    before.stopWatching?.();
    before.lock.release();
    const next: Hold = { ...before, id };
    this.hold = next;
    this.publish({ id, other: { id: other, kind } });
    void lockDocument(id).then((lock) => {
      if (this.isClosed || this.hold !== next) lock.release();
      else next.lock = lock;
    });
  }

  /** The other tab was closed: its last version is the one to continue with. */
  private inherit(from: Hold): void {
    let inherited: Json | undefined;
    const takeOver = async () => {
      const latest = await readLatest(from.id);
      if (this.isClosed || this.hold !== from) return;
      from.keeper?.stop();
      if (latest) this.store.reset(latest.document);
      inherited = this.store.get();
      from.keeper = this.keep({ id: from.id, revision: latest?.revision ?? 0 });
      this.publish({ keeper: from.keeper, isElsewhere: false, arrival: 'returned' });
    };
    // Its last edits may arrive after its lock; they are dropped once the user has typed here.
    let turn: Promise<void> = Promise.resolve();
    from.stopWatching = watchUnsaved(from.id, () => {
      turn = turn.then(() => (this.store.get() === inherited ? takeOver() : undefined));
    });
    turn = takeOver();
  }

  private async workOnCopy(): Promise<void> {
    const before = this.hold;
    const id = newDraftId();
    const lock = await lockDocument(id);
    if (this.isClosed || this.hold !== before) return lock.release();
    release(before);
    this.take({ id, lock }, { id, revision: 0 }, { arrival: 'copied' });
    // A new object, so that the keeper sees a change and stores it.
    this.store.reset(structuredClone(this.store.get()));
  }

  private async open(id: string): Promise<void> {
    const before = this.hold;
    const isOther = id !== before.id;
    if (isOther) await before.keeper?.flush();
    const reading = await readDraft(id).catch(() => undefined);
    const lock = await lockDocument(id);
    if (this.isClosed || this.hold !== before || !reading?.ok) return lock.release();
    const { revision, savedAt, document } = reading.draft;
    release(before);
    this.store.reset(document);
    this.take(
      { id, lock },
      { id, revision },
      {
        arrival: 'restored',
        restoredFrom: savedAt,
        other: isOther ? { id: before.id, kind: 'left' } : undefined,
      },
    );
  }
}

function release({ keeper, lock, stopWatching }: Hold): void {
  stopWatching?.();
  keeper?.stop();
  lock.release();
}
