import { useEffect } from 'react';
import { timelineOf } from '#src/document/history/timeline.ts';
import type { DocumentStore } from '#src/document/store.ts';
import type { Json } from '#src/json/value.ts';
import { keepHistory } from './keep-history.ts';

/** The draft in the store of the page. */
interface HeldDraft {
  readonly id: string;
  readonly store: DocumentStore;
  /** Undefined while another tab writes it. */
  readonly autosave: object | undefined;
  readonly openCount: number;
  readonly restoredFrom: number | undefined;
}

const openedDocuments = new WeakMap<
  DocumentStore,
  { readonly openCount: number; readonly document: Json }
>();

/** The document of a draft as this page opened it. */
export function openedDocument({ store, openCount }: Pick<HeldDraft, 'store' | 'openCount'>): Json {
  let opened = openedDocuments.get(store);
  if (opened?.openCount !== openCount) {
    opened = { openCount, document: timelineOf(store).entries[0]!.document };
    openedDocuments.set(store, opened);
  }
  return opened.document;
}

/** Keeps the history of the draft in this browser. */
export function useKeptHistory(draft: HeldDraft): void {
  const { id, store, autosave, openCount, restoredFrom } = draft;
  useEffect(() => {
    // Before an earlier history is put before it.
    openedDocument({ store, openCount });
    if (autosave === undefined) return undefined;
    return keepHistory(id, store, restoredFrom ?? Date.now());
  }, [id, store, autosave, openCount, restoredFrom]);
}
