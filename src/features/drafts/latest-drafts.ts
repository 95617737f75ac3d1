import { labelOf, listStored, readDraft } from './draft-database.ts';
import { isHead, type StoredDraft } from './draft-record.ts';
import { storeNotes } from './find-draft.ts';
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
    const note = latest.get(draft.id);
    const label = labelOf(head);
    const newer = note !== undefined && note.revision > draft.revision ? note : draft;
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
  const stored = reading?.ok ? reading.draft : undefined;
  return note !== undefined && note.revision > (stored?.revision ?? 0) ? note : stored;
}

async function listHeads(hasNotes: boolean) {
  try {
    return (await listStored()).heads.filter(isHead);
  } catch (error) {
    if (hasNotes) return [];
    throw error;
  }
}
