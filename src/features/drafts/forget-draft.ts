import { pendingTextKey } from '#src/client/storage/pending-text-key.ts';
import { openDraftDatabase, readRaw } from './draft-database.ts';
import type { DraftHead } from './draft-record.ts';
import { deleteHistory } from './history/history-database.ts';
import { takeNote } from './unsaved-note.ts';

/** Deletes a draft with its history and its unfinished text. Returns a function that restores all of it. */
export async function forgetDraft(id: string): Promise<() => Promise<void>> {
  const restoreText = removeText(pendingTextKey(id));
  // Otherwise the next page would store its edits, and the draft would be back.
  const restoreNote = takeNote(id);
  const restoreHistory = await deleteHistory(id).catch(() => undefined);
  const restoreRest = async () => {
    restoreText();
    restoreNote();
    await restoreHistory?.();
  };
  try {
    const restoreDraft = await deleteDraft(id);
    return async () => {
      await restoreRest();
      await restoreDraft();
    };
  } catch (error) {
    await restoreRest();
    throw error;
  }
}

/** Deletes the record of a draft. Returns a function that restores it unchanged. */
async function deleteDraft(id: string): Promise<() => Promise<void>> {
  const { head, text } = await readRaw(id);
  const change = async (put: boolean) => {
    const transaction = (await openDraftDatabase()).transaction(['heads', 'texts'], 'readwrite');
    const heads = transaction.objectStore('heads');
    const texts = transaction.objectStore('texts');
    await Promise.all([
      put && head !== undefined ? heads.put(head as DraftHead) : heads.delete(id),
      put && text !== undefined ? texts.put(text as string, id) : texts.delete(id),
      transaction.done,
    ]);
  };
  await change(false);
  return () => change(true);
}

function removeText(key: string): () => void {
  try {
    const text = localStorage.getItem(key);
    localStorage.removeItem(key);
    return () => {
      if (text !== null) localStorage.setItem(key, text);
    };
  } catch {
    // Storage refused: nothing was stored.
    return () => undefined;
  }
}
