import type { Json } from '#src/json/value.ts';

/**
 * The one text of a document: preview, copy, download and request all show or send exactly this,
 * indented by two, without a line break at the end. UTF-8 of it is what goes over the wire.
 */
export function documentText(document: Json): string {
  return JSON.stringify(document, null, 2);
}
