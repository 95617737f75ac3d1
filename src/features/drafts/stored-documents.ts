import { asObject, type Json } from '#src/json/value.ts';
import { labelOf, listStored, readDraft } from './draft-database.ts';
import { isHead } from './draft-record.ts';

/** A stored draft with its document. */
export interface StoredDocument {
  readonly id: string;
  /** The name that the user gave it, otherwise that of its deployment; may be empty. */
  readonly name: string;
  readonly savedAt: number;
  readonly document: Json;
}

/** The documents of all drafts that can be read, the most recently saved first. */
export async function storedDocuments(): Promise<readonly StoredDocument[]> {
  const { heads } = await listStored();
  const found: StoredDocument[] = [];
  for (const head of heads.filter(isHead)) {
    const reading = await readDraft(head.id);
    if (!reading?.ok) continue;
    const { id, savedAt, document } = reading.draft;
    const { name } = asObject(document);
    found.push({
      id,
      savedAt,
      document,
      name: labelOf(head) ?? (typeof name === 'string' ? name : ''),
    });
  }
  return found.sort((a, b) => b.savedAt - a.savedAt);
}
