import { asObject, type Json } from '#src/json/value.ts';
import { labelOf, listStored, readDraft, readRaw } from './draft-database.ts';
import { isHead, readDraftText } from './draft-record.ts';

/** A stored draft with its document. */
export interface StoredDocument {
  readonly id: string;
  /** The name that the user gave it, otherwise that of its deployment; may be empty. */
  readonly name: string;
  readonly savedAt: number;
  readonly document: Json;
}

/** A stored draft whose document is read when it is needed. */
export interface StoredName extends Omit<StoredDocument, 'document'> {
  /** Undefined if it is gone or cannot be opened. */
  load(): Promise<Json | undefined>;
}

/** All drafts that have a name or a text, the most recently saved first. No document is read. */
export async function storedNames(): Promise<readonly StoredName[]> {
  const { heads } = await listStored();
  const found: StoredName[] = [];
  for (const head of heads.filter(isHead)) {
    const { id, savedAt } = head;
    const { text } = await readRaw(id);
    if (typeof text !== 'string') continue;
    found.push({ id, savedAt, name: labelOf(head) ?? nameIn(text), load: () => loadDocument(id) });
  }
  return found.sort((a, b) => b.savedAt - a.savedAt);
}

async function loadDocument(id: string): Promise<Json | undefined> {
  const reading = await readDraft(id);
  return reading?.ok === true ? reading.draft.document : undefined;
}

/** The name of a stored document. It is nearly always the first key, so that nothing has to be parsed. */
function nameIn(text: string): string {
  const first = /^\{"name":("(?:[^"\\]|\\.)*")/.exec(text.slice(0, 1000))?.[1];
  // The text may be damaged: never parse it without a check.
  const read = readDraftText(first === undefined ? text : `{"name":${first}}`);
  const { name } = typeof read === 'string' ? {} : asObject(read.document);
  return typeof name === 'string' ? name : '';
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
