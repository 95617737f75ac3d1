import type { Json } from '#src/json/value.ts';

/**
 * The only text of a document: preview, copy, download, and request use exactly this text, encoded as UTF-8.
 */
export function documentText(document: Json): string {
  if (last?.document !== document) last = { document, text: JSON.stringify(document, null, 2) };
  return last.text;
}

/** The same document is printed several times in a row: by the preview, the drafts, a request. A document never changes. */
let last: { readonly document: Json; readonly text: string } | undefined;
