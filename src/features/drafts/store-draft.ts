import type { Json } from '#src/json/value.ts';
import { writeDraft } from './draft-database.ts';
import { toRecord, type DraftSettings } from './draft-record.ts';
import { newDraftId, rememberId } from './tab-document.ts';

/**
 * Stores a document as a new draft and makes it the draft that the form of this tab opens next. Only for pages without
 * the form. Rejects if the browser refuses.
 */
export async function storeAsDraft(document: Json, settings: DraftSettings = {}): Promise<void> {
  const id = newDraftId();
  await writeDraft(toRecord({ id, revision: 1, savedAt: Date.now(), ...settings, document }));
  rememberId(id);
}
