import { ownName } from '#src/client/base-path.ts';

/** The document of this tab, so that a reload opens the same one. */
const TAB_KEY = ownName('ief-builder.document');

/** The ID of the first document in a browser: two tabs opened at the same time share it. */
export const FIRST_ID = 'first';

/** The ID of this tab's document; null in a new tab, or if the browser refuses storage. */
export function tabId(): string | null {
  try {
    return sessionStorage.getItem(TAB_KEY);
  } catch {
    return null;
  }
}

/** Makes a document the document of this tab. */
export function rememberId(id: string): void {
  try {
    sessionStorage.setItem(TAB_KEY, id);
  } catch {
    // The browser refuses storage: a reload opens the document that was saved last.
  }
}

/** A new document ID. */
export function newDraftId(): string {
  return `draft ${randomName()}`;
}

/** 64 random bits as hex. crypto.randomUUID is missing on pages without TLS. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
