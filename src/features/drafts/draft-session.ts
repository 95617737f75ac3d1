import { createDocumentStore, type DocumentStore } from '#src/document/store.ts';
import type { Json } from '#src/json/value.ts';
import { lockDocument, type DocumentLock } from './document-lock.ts';
import { readDraft } from './draft-database.ts';
import { keepDraft, type DraftKeeper } from './draft-keeper.ts';
import type { KeptFrom, PartingKind } from './draft-slot.ts';
import { findDraft, readLatest } from './find-draft.ts';
import type { SetAside } from './set-aside.ts';
import { newDraftId, rememberId } from './tab-document.ts';
import { watchUnsaved } from './unsaved-note.ts';

/** Another stored version of the document in hand, and how it came to be one. */
export interface OtherVersion {
  readonly id: string;
  /** `left`: the person turned from it to the one in hand. */
  readonly kind: PartingKind | 'left';
}

/** The document in hand, with how it is kept. */
export interface Draft {
  readonly id: string;
  readonly store: DocumentStore;
  /** Undefined while another tab owns the document. */
  readonly keeper: DraftKeeper | undefined;
  /** True while another tab owns it. */
  readonly isElsewhere: boolean;
  /** When what was restored had been saved; undefined for a new document. */
  readonly restoredFrom: number | undefined;
  /** How it came to be in this tab's hands. */
  readonly arrival: 'new' | 'restored' | 'returned' | 'copied';
  readonly other: OtherVersion | undefined;
  /** Stored drafts that cannot be opened. */
  readonly setAside: readonly SetAside[];
  /** Goes on with a copy of the document, which another tab owns. */
  workOnCopy(): Promise<void>;
  /** Turns to another stored document, or to a newer version of this one. What is in hand is stored before. */
  open(id: string): Promise<void>;
}

/** What this tab holds of a document; another object for each. */
interface Hold {
  readonly id: string;
  lock: DocumentLock;
  keeper?: DraftKeeper | undefined;
  /** Ends the watch for edits that the tab before leaves late. */
  stopWatching?: () => void;
}

/** A tab's work on its document, until it is closed. */
export interface DraftSession {
  close(): void;
}

/** Opens the document in hand, or `initial`, and keeps it. `show` gets every state of it, the first at once. */
export async function openDraft(
  initial: Json,
  show: (draft: Draft) => void,
): Promise<DraftSession> {
  const { id: firstId, draft: record, other, setAside, problem } = await findDraft();
  const store = createDocumentStore(record?.document ?? initial);
  let isClosed = false;
  let hold: Hold = { id: firstId, lock: await lockDocument(firstId) };
  let draft: Draft = {
    id: firstId,
    store,
    keeper: undefined,
    isElsewhere: false,
    restoredFrom: record?.savedAt,
    arrival: record ? 'restored' : 'new',
    other: other === undefined ? undefined : { id: other, kind: 'parted' },
    setAside,
    workOnCopy,
    open,
  };

  const publish = (change: Partial<Draft>) => {
    draft = { ...draft, ...change };
    if (!isClosed) show(draft);
  };
  const letGo = ({ keeper, lock, stopWatching }: Hold) => {
    stopWatching?.();
    keeper?.stop();
    lock.release();
  };
  /** Keeps the document from what was read; it may go on under another id by itself. */
  const keep = (from: KeptFrom) =>
    keepDraft(store, from, ({ id, other: left, kind }) => {
      const before = hold;
      before.stopWatching?.();
      before.lock.release();
      hold = { ...before, id };
      const next = hold;
      publish({ id, other: { id: left, kind } });
      void lockDocument(id).then((lock) => {
        if (isClosed || hold !== next) lock.release();
        else hold.lock = lock;
      });
    });
  /** Takes a document into the hand, to be written as soon as this tab may. */
  const take = (next: Hold, from: KeptFrom, change: Partial<Draft>) => {
    hold = next;
    rememberId(next.id);
    const { isOwner, becameOwner } = next.lock;
    if (isOwner) next.keeper = keep(from);
    publish({ ...change, id: next.id, keeper: next.keeper, isElsewhere: !isOwner });
    void becameOwner.then(() => {
      if (!isClosed && hold === next) inherit(next);
    });
  };
  /** The other tab has closed: its last version is the one to go on with. */
  const inherit = (from: Hold) => {
    let inherited: Json | undefined;
    const takeOver = async () => {
      const latest = await readLatest(from.id);
      if (isClosed || hold !== from) return;
      from.keeper?.stop();
      if (latest) store.reset(latest.document);
      inherited = store.get();
      from.keeper = keep({ id: from.id, revision: latest?.revision ?? 0 });
      publish({ keeper: from.keeper, isElsewhere: false, arrival: 'returned' });
    };
    // What it left may arrive after its lock. Once something was typed here, that counts.
    let turn: Promise<void> = Promise.resolve();
    from.stopWatching = watchUnsaved(from.id, () => {
      turn = turn.then(() => (store.get() === inherited ? takeOver() : undefined));
    });
    turn = takeOver();
  };

  take(hold, { id: firstId, revision: record?.revision ?? 0, problem }, {});
  return {
    close() {
      isClosed = true;
      void hold.keeper?.flush();
      letGo(hold);
    },
  };

  async function workOnCopy(): Promise<void> {
    const before = hold;
    const id = newDraftId();
    const lock = await lockDocument(id);
    if (isClosed || hold !== before) return lock.release();
    letGo(before);
    take({ id, lock }, { id, revision: 0 }, { arrival: 'copied' });
    // Another object than the keeper began with, so that it is stored.
    store.reset(structuredClone(store.get()));
  }

  async function open(id: string): Promise<void> {
    const before = hold;
    const isOther = id !== before.id;
    if (isOther) await before.keeper?.flush();
    const reading = await readDraft(id).catch(() => undefined);
    const lock = await lockDocument(id);
    if (isClosed || hold !== before || !reading?.ok) return lock.release();
    const { revision, savedAt, document } = reading.draft;
    letGo(before);
    store.reset(document);
    take(
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
