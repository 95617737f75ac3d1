import type { Json } from '#src/json/value.ts';

/**
 * The only text of a document: preview, copy, download, and request use exactly this text, encoded as UTF-8.
 */
export function documentText(document: Json): string {
  return JSON.stringify(document, null, 2);
}
