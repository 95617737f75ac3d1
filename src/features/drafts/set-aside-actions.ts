import { readRaw } from './draft-database.ts';
import { forgetDraft } from './forget-draft.ts';
import { changeMarks, markKey, readMarks, type SetAside } from './set-aside.ts';
import { deleteNote, rawNote } from './unsaved-note.ts';

/** Deletes a draft. Resolves to a function that restores it unchanged. Rejects if the browser refuses. */
export async function deleteSetAside(item: SetAside): Promise<() => Promise<void>> {
  const before = readMarks();
  const restore = await (item.kind === 'note' ? deleteNote : forgetDraft)(item.id);
  const without = (keys: readonly string[]) => keys.filter((key) => key !== markKey(item));
  changeMarks(({ found, hidden, failed }) => ({
    found: without(found),
    hidden: without(hidden),
    failed: without(failed),
  }));
  return async () => {
    await restore();
    changeMarks(() => before);
  };
}

/** A draft exactly as stored: its text, or the whole record if that has no text. */
export async function rawText(item: SetAside): Promise<string> {
  if (item.kind === 'note') return rawNote(item.id);
  const { head, text } = await readRaw(item.id);
  if (typeof text === 'string' && text !== '') return text;
  try {
    return JSON.stringify({ head, text }, null, 2);
  } catch {
    // Nested too deeply to be serialized.
    return JSON.stringify({ head }, null, 2);
  }
}
