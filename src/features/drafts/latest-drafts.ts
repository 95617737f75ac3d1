import { labelOf, listStored, readDraft } from './draft-database.ts';
import { isHead, type StoredDraft } from './draft-record.ts';
import { newerOf, storeNotes } from './find-draft.ts';
import { readableNotes, readNote } from './unsaved-note.ts';

/**
 * All drafts that can be opened, with the edits that were left as notes because the database could not store them. Rejects
 * if the browser refuses, unless there are notes.
 */
export async function latestDrafts(): Promise<readonly StoredDraft[]> {
  // There may be room for them by now.
  await storeNotes();
  const latest = new Map(readableNotes().map((note) => [note.id, note]));
  const heads = await listHeads(latest.size > 0);
  for (const head of heads) {
    const reading = await readDraft(head.id);
    if (!reading?.ok) continue;
    const { draft } = reading;
    const label = labelOf(head);
    const newer = newerOf(draft, latest.get(draft.id));
    latest.set(draft.id, { ...newer, ...(label !== undefined && { label }) });
  }
  return [...latest.values()];
}

/** One of them; undefined if it cannot be opened. Rejects if the browser refuses, unless there is a note. */
export async function latestDraft(id: string): Promise<StoredDraft | undefined> {
  const note = readNote(id);
  const reading = await readDraft(id).catch((error: unknown) => {
    if (note === undefined) throw error;
    return undefined;
  });
  return newerOf(reading?.ok ? reading.draft : undefined, note);
}

async function listHeads(hasNotes: boolean) {
  try {
    return (await listStored()).heads.filter(isHead);
  } catch (error) {
    if (hasNotes) return [];
    throw error;
  }
}
