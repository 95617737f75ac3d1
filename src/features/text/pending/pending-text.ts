import { useSyncExternalStore } from 'react';
import { ownName } from '#src/client/base-path.ts';
import { pendingTextKey } from '#src/client/storage/pending-text-key.ts';
import { createListeners } from '#src/document/listeners.ts';

const MODE_STORED_AS = ownName('ief-builder.text-first');

const texts = new Map<string, string | undefined>();
const { notify, subscribe } = createListeners();

function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(key: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage is full or refused: the text lasts as long as the page.
  }
}

/** The text of a draft that is not its document: it does not parse, or the user has not accepted it yet. */
export function pendingText(draftId: string): string | undefined {
  if (!texts.has(draftId)) texts.set(draftId, read(pendingTextKey(draftId)));
  return texts.get(draftId);
}

/** Keeps a text with its draft; undefined once text and document agree. */
export function setPendingText(draftId: string, text: string | undefined): void {
  if (pendingText(draftId) === text) return;
  texts.set(draftId, text);
  write(pendingTextKey(draftId), text);
  notify();
}

/** {@link pendingText}, current in every render. */
export function usePendingText(draftId: string): string | undefined {
  return useSyncExternalStore(subscribe, () => pendingText(draftId));
}

/** Calls back whenever a pending text changes. */
export const onPendingText = subscribe;

let isTextFirst: boolean | undefined;

/** True while the document is edited as text. The choice is remembered. */
export function useTextMode(): boolean {
  return useSyncExternalStore(subscribe, () => (isTextFirst ??= read(MODE_STORED_AS) === 'true'));
}

export function setTextMode(isOn: boolean): void {
  isTextFirst = isOn;
  write(MODE_STORED_AS, isOn ? 'true' : undefined);
  notify();
}
