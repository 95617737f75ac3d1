import { insertAt, removeAt, setIn } from '#src/document/edits.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject, type Json, type JsonList, type JsonObject } from '#src/json/value.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { isBlank, listAt } from '#src/ui/lists/use-list-actions.ts';

const none: JsonList = Object.freeze([]);

/**
 * Adds rows after the row at `row`, or in its place if it is blank. Rows whose `key` has a value that the list contains
 * replace that row's other values. Returns the document and the row to focus.
 */
export function insertRows(
  root: Editor['root'],
  document: Json,
  row: Path,
  rows: readonly JsonObject[],
  key?: string,
): { readonly document: Json; readonly row: Path } {
  const listPath = row.slice(0, -1);
  let list = listAt(document, listPath) ?? none;
  let position = Number(row.at(-1));
  let first: number | undefined;
  if (isBlank(list[position])) list = removeAt(list, position);
  else position = Math.min(position + 1, list.length);
  for (const added of rows) {
    const present = key === undefined ? -1 : indexOf(list, key, added[key]);
    if (present >= 0) {
      for (const [name, value] of Object.entries(added))
        list = setIn(list, [present, name], value) as JsonList;
      first ??= present;
    } else {
      list = insertAt(list, position, added);
      first ??= position;
      position++;
    }
  }
  return {
    document: writeAt(root, document, listPath, list),
    row: [...listPath, first ?? position],
  };
}

/** The index of the row whose `key` has the value. */
export function indexOf(list: JsonList, key: string, value: Json | undefined): number {
  return list.findIndex((row) => isJsonObject(row) && row[key] !== undefined && row[key] === value);
}
