import { useMemo } from 'react';
import { insertAt, moveMember, removeAt } from '#src/document/edits.ts';
import { idsOf, rowId } from '#src/document/row-ids.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json, type JsonList } from '#src/json/value.ts';
import { useEditor, type Editor } from '#src/ui/editing/editor.ts';
import { clearAt, writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { undoEdit } from '#src/ui/editing/history/undo-edit.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords, type GetWords } from '#src/ui/words/page-words.ts';

/** Each action is one undo step. */
export interface ListActions {
  /** Adds a row at the end, or at `index`. */
  add(row: Json, index?: number): void;
  duplicate(index: number): void;
  remove(index: number): void;
  move(from: number, to: number): void;
  /** Inserts a copy after each of the rows. */
  duplicateAll(ids: ReadonlySet<string>): void;
  removeAll(ids: ReadonlySet<string>): void;
  /** Inserts rows after the row at `after`, in its place if it is blank, or at the end. Returns the index of the first. */
  insertAll(rows: readonly Json[], after: number | undefined): number;
  /** The rows as the text of a JSON list. */
  toJson(ids: ReadonlySet<string>): string;
}

const none: JsonList = Object.freeze([]);

/** The list at a path; empty if the key is absent, undefined if the value is not a list. */
export function listAt(document: Json, path: Path): JsonList | undefined {
  const value = getIn(document, path);
  if (value === undefined) return none;
  return isJsonList(value) ? value : undefined;
}

/** True for a row that the user has not filled in. Only its type may be preset. */
export function isBlank(row: Json | undefined): boolean {
  if (!isJsonObject(row)) return false;
  return Object.entries(row).every(([key, value]) => key === 'type' || value === '');
}

function withCopies(list: JsonList, ids: ReadonlySet<string>): JsonList {
  let next = list;
  // From the end, so that the indexes before it stay valid.
  for (const [index, id] of [...idsOf(list).entries()].toReversed())
    if (ids.has(id)) next = insertAt(next, index + 1, structuredClone(next[index]!));
  return next;
}

function textOfRows(list: JsonList, ids: ReadonlySet<string>): string {
  const chosen = idsOf(list).flatMap((id, index) => (ids.has(id) ? [list[index]] : []));
  return JSON.stringify(chosen, null, 2);
}

/**
 * Actions on the list at `path`, the same until an argument changes. Removing the last row removes the key. `nameOf`
 * returns the name of a row.
 */
export function useListActions(path: Path, nameOf: (index: number) => string): ListActions {
  const editor = useEditor();
  const t = useWords();
  const notify = useNotify();
  return useMemo(
    () => createListActions({ editor, t, notify }, path, nameOf),
    [editor, t, notify, path, nameOf],
  );
}

interface Surroundings {
  readonly editor: Editor;
  readonly t: GetWords;
  readonly notify: ReturnType<typeof useNotify>;
}

function createListActions(
  { editor, t, notify }: Surroundings,
  path: Path,
  nameOf: (index: number) => string,
): ListActions {
  const { root, store, history, problemVisibility } = editor;

  const writeList = (next: JsonList, editedPath: Path) => {
    const document = store.get();
    store.edit(
      next.length === 0 ? clearAt(root, document, path) : writeAt(root, document, path, next),
      { path: editedPath },
    );
  };
  const current = () => listAt(store.get(), path) ?? none;
  const insert = (row: Json, index: number) => {
    if (typeof row === 'object' && row !== null) problemVisibility.markNew(rowId(row));
    const next = insertAt(current(), index, row);
    const id = idsOf(next)[index];
    if (id !== undefined) problemVisibility.markNew(id);
    writeList(next, [...path, index]);
  };

  const removeRows = (ids: ReadonlySet<string>, text: string) => {
    const rows = current();
    const removed = [...idsOf(rows).entries()].filter(([, id]) => ids.has(id));
    const left = removed.toReversed().reduce((list, [index]) => removeAt(list, index), rows);
    writeList(left, path);
    const restore = (document: Json, listPath: Path) => {
      const present = listAt(document, listPath);
      // The value is no longer a list.
      if (present === undefined) return document;
      let list = present;
      for (const [index, id] of removed)
        // Otherwise the row was already restored (Ctrl+Z).
        if (!idsOf(list).includes(id))
          list = insertAt(list, Math.min(index, list.length), rows[index]!);
      return list === present ? document : writeAt(root, document, listPath, list);
    };
    notify({
      text,
      action: { label: t('action.undo'), ...undoEdit({ store, history }, path, restore) },
    });
  };

  return {
    add: (row, index = current().length) => insert(row, index),
    duplicate(index) {
      const row = current()[index];
      if (row !== undefined) insert(structuredClone(row), index + 1);
    },
    remove(index) {
      const id = idsOf(current())[index];
      if (id !== undefined) removeRows(new Set([id]), t('list.removed', { item: nameOf(index) }));
    },
    move(from, to) {
      if (to < 0 || to >= current().length) return;
      writeList(moveMember(current(), from, to), [...path, to]);
    },
    duplicateAll: (ids) => writeList(withCopies(current(), ids), path),
    insertAll(rows, after) {
      const list = current();
      const replaces = after !== undefined && isBlank(list[after]);
      const index = after === undefined ? list.length : after + (replaces ? 0 : 1);
      const next = rows
        .toReversed()
        .reduce<JsonList>(
          (before, row) => insertAt(before, index, row),
          replaces ? removeAt(list, after) : list,
        );
      writeList(next, [...path, index]);
      return index;
    },
    toJson: (ids) => textOfRows(current(), ids),
    removeAll: (ids) => removeRows(ids, t('list.removedRows', { count: ids.size })),
  };
}
