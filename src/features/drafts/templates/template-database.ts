import type { DBSchema } from 'idb';
import { databaseOpener } from '#src/client/storage/open-database.ts';
import { createListeners } from '#src/document/listeners.ts';
import type { Json } from '#src/json/value.ts';
import { isDate, readDraftText, settingsOf, type DraftSettings } from '../draft-record.ts';
import { randomName } from '../tab-document.ts';

/** A document to start from, with variables to fill in. Its identity is not its name. */
export interface Template extends DraftSettings {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly document: Json;
}

/** The stored form. */
interface TemplateRecord extends DraftSettings {
  readonly id: string;
  readonly version: 1;
  readonly name: string;
  readonly savedAt: number;
  /** The document as JSON. */
  readonly text: string;
}

interface Schema extends DBSchema {
  templates: { key: string; value: TemplateRecord };
}

// Not in the database of the drafts: its version must not change (docs/decisions/0044).
const openDatabase = databaseOpener<Schema>('ief-builder-templates', 1, (db) => {
  db.createObjectStore('templates', { keyPath: 'id' });
});

const { notify, subscribe } = createListeners();

/** Calls back after this page changed a template. */
export const subscribeTemplates = subscribe;

/** All templates that can be read, by name. */
export async function listTemplates(): Promise<readonly Template[]> {
  const records = await (await openDatabase()).getAll('templates');
  return records
    .flatMap(({ id, version, name, savedAt, text, ...settings }) => {
      const body = readDraftText(text);
      const isReadable = version === 1 && typeof name === 'string' && isDate(savedAt);
      if (!isReadable || typeof body === 'string') return [];
      return [{ id, name, savedAt, ...settingsOf(settings), document: body.document }];
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Stores a document as a new template. */
export async function addTemplate(
  name: string,
  document: Json,
  settings: DraftSettings,
): Promise<void> {
  const head = { id: randomName(), version: 1, name, savedAt: Date.now() } as const;
  await put({ ...head, ...settings, text: JSON.stringify(document) });
}

/** Deletes a template. Returns a function that restores it. */
export async function deleteTemplate(id: string): Promise<() => Promise<void>> {
  const database = await openDatabase();
  const record = await database.get('templates', id);
  await database.delete('templates', id);
  notify();
  return async () => {
    if (record !== undefined) await put(record);
  };
}

async function put(record: TemplateRecord): Promise<void> {
  const transaction = (await openDatabase()).transaction('templates', 'readwrite', {
    durability: 'strict',
  });
  await Promise.all([transaction.store.put(record), transaction.done]);
  notify();
}
