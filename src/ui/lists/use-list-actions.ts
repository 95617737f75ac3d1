import { insertAt, moveMember, removeAt } from '#src/document/edits.ts';
import { idsOf, rowId } from '#src/document/row-ids.ts';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonList, type Json, type JsonList } from '#src/json/value.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { clearAt, writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { undoEdit } from '#src/ui/editing/history/undo-edit.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';

/** What can be done to the rows of a list. Each is one step of undo. */
export interface ListActions {
  /** Adds a row behind the others, or at `index`. */
  add(row: Json, index?: number): void;
  duplicate(index: number): void;
  remove(index: number): void;
  move(from: number, to: number): void;
}

const none: JsonList = Object.freeze([]);

/** The list at a path; empty if there is none, undefined if something else stands there. */
export function listAt(document: Json, path: Path): JsonList | undefined {
  const value = getIn(document, path);
  if (value === undefined) return none;
  return isJsonList(value) ? value : undefined;
}

/** Actions on the list at `path`. Removing its last row removes its key; `nameOf` names a row as the page does. */
export function useListActions(path: Path, nameOf: (index: number) => string): ListActions {
  const { root, store, history, problemVisibility } = useEditor();
  const t = useWords();
  const notify = useNotify();

  const put = (next: JsonList, at: Path) => {
    const document = store.get();
    store.edit(
      next.length === 0 ? clearAt(root, document, path) : writeAt(root, document, path, next),
      { path: at },
    );
  };
  const present = () => listAt(store.get(), path) ?? none;
  const insert = (row: Json, index: number) => {
    if (typeof row === 'object' && row !== null) problemVisibility.markNew(rowId(row));
    const next = insertAt(present(), index, row);
    const id = idsOf(next)[index];
    if (id !== undefined) problemVisibility.markNew(id);
    put(next, [...path, index]);
  };

  return {
    add: (row, index = present().length) => insert(row, index),
    duplicate(index) {
      const row = present()[index];
      if (row !== undefined) insert(structuredClone(row), index + 1);
    },
    remove(index) {
      const row = present()[index];
      const id = idsOf(present())[index];
      if (row === undefined || id === undefined) return;
      const name = nameOf(index);
      put(removeAt(present(), index), path);
      const bringBack = (document: Json, place: Path) => {
        const list = listAt(document, place);
        // Undone by the keyboard meanwhile, or something else stands there now.
        if (list === undefined || idsOf(list).includes(id)) return document;
        return writeAt(root, document, place, insertAt(list, Math.min(index, list.length), row));
      };
      notify({
        text: t('list.removed', { item: name }),
        action: { label: t('action.undo'), ...undoEdit({ store, history }, path, bringBack) },
      });
    },
    move(from, to) {
      put(moveMember(present(), from, to), [...path, to]);
    },
  };
}
