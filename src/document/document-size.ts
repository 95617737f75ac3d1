import { utf8Size } from '#src/json/utf8-size.ts';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import { countLines } from './lines.ts';

/** The indentation of a level, bytes. */
const INDENT = 2;

/** Printing, storing or reading a document of more bytes than this slows down the keys, so it happens less often. */
export const LARGE_DOCUMENT = 250_000;

const sizes = new WeakMap<object, number>();

/**
 * The size of a document's text (`documentText`) in UTF-8, bytes. Cached per object, so an edit measures only the parents
 * of the edited value again.
 */
export function documentSize(value: Json): number {
  if (typeof value === 'string') return sizeOfText(value);
  if (!isJsonList(value) && !isJsonObject(value)) return JSON.stringify(value).length;
  const known = sizes.get(value);
  if (known !== undefined) return known;
  let size = sizeOfMembers(Object.values(value) as Json[]);
  if (!isJsonList(value))
    for (const key of Object.keys(value)) size += sizeOfText(key) + ': '.length;
  sizes.set(value, size);
  return size;
}

/** The brackets, and the members, each with its indentation and a comma or line feed after each of its lines. */
function sizeOfMembers(members: readonly Json[]): number {
  if (members.length === 0) return '[]'.length;
  let size = '[\n]'.length;
  for (const member of members)
    size += documentSize(member) + INDENT * countLines(member) + ',\n'.length;
  // The last one has no comma.
  return size - ','.length;
}

/** Most texts are printed as they are; encoding each of them would take ten times as long. */
function sizeOfText(text: string): number {
  return /^[ !#-[\]-~]*$/.test(text) ? text.length + '""'.length : utf8Size(JSON.stringify(text));
}
