import { insertAt, removeAt } from '#src/document/edits.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json, type JsonList } from '#src/json/value.ts';
import { envGroup } from '#src/domain/deployment/fields/env.fields.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { clearAt, writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { switchKey } from '#src/ui/editing/use-switch-key.ts';
import type { PlannedLine } from './plan.ts';

const none: JsonList = Object.freeze([]);

/** The variable names in the list that contains `row`, without blank ones. */
export function namesBeside(document: Json, row: Path): ReadonlySet<string> {
  return new Set(indexByName(listOf(document, row)).keys());
}

/**
 * Adds the planned lines as variables. Returns the document and the row to focus. New rows replace the row that received
 * the paste if it is blank; otherwise they follow it. A replaced variable becomes plain text and keeps its other keys.
 */
export function pasteVariables(
  editor: Pick<Editor, 'root' | 'alternatives'>,
  document: Json,
  row: Path,
  planned: readonly PlannedLine[],
): { readonly document: Json; readonly row: Path | undefined } {
  const listPath = row.slice(0, -1);
  const present = indexByName(listOf(document, row));
  let next = document;
  const added: Json[] = [];
  let replaced: number | undefined;
  for (const line of planned) {
    if (line.kind !== 'add' && line.kind !== 'replace') continue;
    const { name, value } = line.entry;
    const index = present.get(name);
    if (index === undefined) {
      added.push({ name, value });
      continue;
    }
    const variablePath = [...listPath, index];
    const asText = switchKey(
      editor,
      next,
      { path: variablePath, keys: envGroup.oneOf },
      'value',
      '',
    );
    next = writeAt(editor.root, asText, [...variablePath, 'value'], value);
    replaced ??= index;
  }
  let list = listOf(next, row);
  const pastedInto = Number(row.at(-1));
  const isBlankRow = isBlank(list[pastedInto]);
  if (isBlankRow) list = removeAt(list, pastedInto);
  const from = isBlankRow ? pastedInto : pastedInto + 1;
  for (const [offset, variable] of added.entries()) list = insertAt(list, from + offset, variable);
  const moved = isBlankRow && added.length === 0 && (replaced ?? 0) > pastedInto ? 1 : 0;
  const focusIndex =
    added.length > 0 ? from : replaced === undefined ? undefined : replaced - moved;
  return {
    document:
      list.length === 0
        ? clearAt(editor.root, next, listPath)
        : writeAt(editor.root, next, listPath, list),
    row: focusIndex === undefined ? undefined : [...listPath, focusIndex],
  };
}

function listOf(document: Json, row: Path): JsonList {
  const list = getIn(document, row.slice(0, -1));
  return list !== undefined && isJsonList(list) ? list : none;
}

/** Index of the first row with each name. */
function indexByName(list: JsonList): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  for (const [index, row] of list.entries()) {
    const name = isJsonObject(row) ? row.name : undefined;
    if (typeof name === 'string' && name !== '' && !indexes.has(name)) indexes.set(name, index);
  }
  return indexes;
}

function isBlank(row: Json | undefined): boolean {
  if (!isJsonObject(row)) return false;
  return Object.entries(row).every(
    ([key, value]) => (key === 'name' || key === 'value') && value === '',
  );
}
