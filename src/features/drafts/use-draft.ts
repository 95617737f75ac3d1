import { startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { ownName } from '#src/client/base-path.ts';
import { createDocumentStore, type DocumentStore } from '#src/document/store.ts';
import type { Json } from '#src/document/json.ts';
import { OutdatedDraft, readDraft, readLastDraft, writeDraft } from './draft-database.ts';
import { keepDraft, type DraftKeeper } from './draft-keeper.ts';
import { closeDraft, type StoredDraft } from './draft-record.ts';
import { lockDocument, type DocumentLock } from './document-lock.ts';
import { dropUnsaved, readUnsaved, watchUnsaved } from './unsaved-note.ts';

/** Which document this tab has in hand, so that a reload opens the same one. */
const TAB_KEY = ownName('ief-builder.document');
const FIRST_ID = 'first';

/** The document in hand, with how it is kept. */
export interface Draft {
  readonly store: DocumentStore;
  readonly keeper: DraftKeeper | undefined;
  /** True while another tab owns it. */
  readonly isElsewhere: boolean;
  /** When what was restored had been saved; undefined for a new document. */
  readonly restoredFrom: number | undefined;
  /** True if the browser's storage could not be read at all. */
  readonly isStorageBroken: boolean;
  /** How it came to be in this tab's hands. */
  readonly arrival: 'new' | 'restored' | 'returned' | 'copied';
}

interface Opened {
  draft: Draft;
  lock: DocumentLock;
  id: string;
  /** Ends the watch for edits that the tab before leaves late. */
  stopWatching?: () => void;
}

/** Opens the document in hand, or `initial`, and keeps it. `undefined` until the storage has answered. */
export function useDraft(initial: Json): {
  draft: Draft | undefined;
  workOnCopy: () => Promise<void>;
} {
  const [draft, setDraft] = useState<Draft>();
  const opened = useRef<Opened>(undefined);

  const take = useCallback((next: Opened) => {
    opened.current = next;
    // The page draws all of its first step by this: in short tasks, so that the browser can answer in between.
    startTransition(() => setDraft(next.draft));
    void next.lock.becameOwner.then(() => {
      if (opened.current !== next) return;
      const { store } = next.draft;
      let inherited: Json | undefined;
      // The other tab has closed: its last version is the one to go on with.
      const inherit = async () => {
        const before = opened.current;
        const record = await readLatest(next.id);
        if (opened.current !== before) return;
        before?.draft.keeper?.stop();
        if (record) store.reset(record.document);
        inherited = store.get();
        const owned: Draft = {
          ...next.draft,
          keeper: keepDraft(store, next.id, record?.revision ?? 0),
          isElsewhere: false,
          arrival: 'returned',
        };
        opened.current = { ...next, draft: owned, stopWatching };
        setDraft(owned);
      };
      // What it left may arrive after its lock. Once something was typed here, that counts.
      let turn: Promise<void> = Promise.resolve();
      const stopWatching = watchUnsaved(next.id, () => {
        turn = turn.then(() => (store.get() === inherited ? inherit() : undefined));
      });
      turn = inherit();
    });
  }, []);

  useEffect(() => {
    let isGone = false;
    // A turn later, as React in development mounts twice and the first must not take the lock.
    void Promise.resolve().then(async () => {
      if (isGone) return;
      const next = await openDraft(initial);
      if (isGone) close(next);
      else take(next);
    });
    return () => {
      isGone = true;
      if (opened.current) close(opened.current);
      opened.current = undefined;
    };
  }, [initial, take]);

  const workOnCopy = useCallback(async () => {
    const before = opened.current;
    if (before === undefined) return;
    const copy = before.draft.store.get();
    before.lock.release();
    const id = `copy ${Date.now().toString(36)}`;
    rememberId(id);
    const lock = await lockDocument(id);
    const store = before.draft.store;
    const keeper = keepDraft(store, id, 0);
    store.reset(structuredClone(copy));
    opened.current = {
      id,
      lock,
      draft: { ...before.draft, keeper, isElsewhere: false, arrival: 'copied' },
    };
    setDraft(opened.current.draft);
  }, []);

  return { draft, workOnCopy };
}

function close({ draft, lock, stopWatching }: Opened): void {
  stopWatching?.();
  void draft.keeper?.flush();
  draft.keeper?.stop();
  lock.release();
}

async function openDraft(initial: Json): Promise<Opened> {
  let record: StoredDraft | undefined;
  let isStorageBroken = false;
  try {
    record = await findDraft();
  } catch {
    isStorageBroken = true;
  }
  record = orUnsaved(record);
  const id = record?.id ?? FIRST_ID;
  rememberId(id);
  const lock = await lockDocument(id);
  const store = createDocumentStore(record?.document ?? initial);
  const keeper = lock.isOwner ? keepDraft(store, id, record?.revision ?? 0) : undefined;
  return {
    id,
    lock,
    draft: {
      store,
      keeper,
      isElsewhere: !lock.isOwner,
      restoredFrom: record?.savedAt,
      isStorageBroken,
      arrival: record ? 'restored' : 'new',
    },
  };
}

/** This tab's document if it has one, else the one saved last. */
async function findDraft(): Promise<StoredDraft | undefined> {
  await storeUnsaved();
  const own = tabId();
  const mine = own === null ? undefined : await readDraft(own);
  return mine ?? readLastDraft();
}

/** The stored version of a document, with what pages that went away had left of it. */
async function readLatest(id: string): Promise<StoredDraft | undefined> {
  await storeUnsaved();
  const record = await readDraft(id).catch(() => undefined);
  return orUnsaved(record, id);
}

/** What a page that went away had left, where the database did not take it: it may be full, or refused. */
function orUnsaved(record: StoredDraft | undefined, id = record?.id): StoredDraft | undefined {
  const note = readUnsaved().find((one) => id === undefined || one.id === id);
  return note && note.revision > (record?.revision ?? 0) ? note : record;
}

/** Stores what pages that went away had left. What the database does not take stays where it is. */
async function storeUnsaved(): Promise<void> {
  for (const draft of readUnsaved()) {
    try {
      await writeDraft(closeDraft(draft));
    } catch (error) {
      if (!(error instanceof OutdatedDraft)) continue;
    }
    dropUnsaved(draft.id);
  }
}

function tabId(): string | null {
  try {
    return sessionStorage.getItem(TAB_KEY);
  } catch {
    return null;
  }
}

function rememberId(id: string): void {
  try {
    sessionStorage.setItem(TAB_KEY, id);
  } catch {
    // Storage refused: a reload opens the document that was saved last.
  }
}
