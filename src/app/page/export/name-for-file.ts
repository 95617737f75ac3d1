import { getIn } from '#src/json/get-in.ts';
import type { Json } from '#src/json/value.ts';

/** The name of a document, for a file. */
export function nameForFile(document: Json): string {
  const name = getIn(document, ['name']);
  return typeof name === 'string' && name !== '' ? name : 'deployment';
}
