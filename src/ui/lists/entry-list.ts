import { getIn } from '#src/json/get-in.ts';
import type { Key } from '#src/json/path.ts';
import { asObject, type Json } from '#src/json/value.ts';
import { pathOfCell } from '#src/ui/editing/inputs/cell-name.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { createListeners } from '#src/document/listeners.ts';
import {
  blankRow,
  duplicateKeyRows,
  syncRows,
  hasSameEntries,
  isWritten,
  rowsToJson,
  rowsToObject,
  rowsFromJson,
  type EntryRow,
} from './entry-rows.ts';
import { clearAt, writeAt } from '#src/ui/editing/edits/spec-edits.ts';

/** The rows of an object with free keys, kept in sync with the document. */
export interface EntryList {
  /** Returns the same array until a row changes. */
  rows(): readonly EntryRow[];
  /** Adds a blank row and returns its id. The document gets it once the user types something. */
  add(): string;
  change(id: string, part: 'key' | 'value', text: string): void;
  remove(id: string): RemovedEntry;
  subscribe(listener: () => void): () => void;
}

export interface RemovedEntry {
  /** The row to focus, if there is one. */
  readonly next: string | undefined;
  /** The removed row, if the document contained it. */
  readonly written: EntryRow | undefined;
}

/**
 * Edits the object at the path that `name` encodes. Every key press writes the whole object. Rows that cannot be part of
 * it (blank, duplicate key) stay here, and in `alternatives` while the form shows another step.
 */
export function createEntryList(
  { root, store, alternatives }: Pick<Editor, 'root' | 'store' | 'alternatives'>,
  name: string,
): EntryList {
  const storageKey = `${name}/entries`;
  const { notify, subscribe } = createListeners();
  const valueIn = (document: Json) => {
    const path = pathOfCell(document, name);
    return path && getIn(document, path);
  };
  /** The document value that `rows` represents. */
  let syncedValue = valueIn(store.get());
  let rows: readonly EntryRow[] = syncRows(
    rowsFromJson(alternatives.recall(storageKey)),
    asObject(syncedValue),
  );
  const current = (): readonly EntryRow[] => {
    const value = valueIn(store.get());
    if (value !== syncedValue) {
      rows = syncRows(rows, asObject(value));
      syncedValue = value;
    }
    return rows;
  };

  const writeRows = (next: readonly EntryRow[], changedKeys: readonly Key[], typing: boolean) => {
    const document = store.get();
    const path = pathOfCell(document, name);
    if (path === undefined) return;
    const present = getIn(document, path);
    const object = rowsToObject(next);
    const isEmpty = Object.keys(object).length === 0;
    const isSame = hasSameEntries(object, asObject(present));
    rows = next;
    syncedValue = isSame ? present : isEmpty ? undefined : object;
    const isAllWritten = next.length === Object.keys(object).length;
    alternatives.remember(storageKey, isAllWritten ? undefined : rowsToJson(next));
    if (!isSame) {
      const edited = isEmpty
        ? clearAt(root, document, path)
        : writeAt(root, document, path, object);
      store.edit(edited, { path: [...path, ...changedKeys], typing });
    }
    notify();
  };

  return {
    rows: current,
    add() {
      const row = blankRow();
      writeRows([...current(), row], [], false);
      return row.id;
    },
    change(id, part, text) {
      const before = current();
      const index = before.findIndex((row) => row.id === id);
      const key = before[index]?.key ?? '';
      writeRows(
        before.map((row) => (row.id === id ? { ...row, [part]: text, isUntouched: false } : row)),
        // Typing into one input is one undo step. The path of a key changes while it is typed, so use its row index.
        [part === 'value' ? key : index],
        true,
      );
    },
    remove(id) {
      const before = current();
      const index = before.findIndex((row) => row.id === id);
      const row = before[index];
      const written = row && isWritten(row, duplicateKeyRows(before)) ? row : undefined;
      writeRows(before.toSpliced(index, 1), [], false);
      return { next: (before[index + 1] ?? before[index - 1])?.id, written };
    },
    subscribe(listener) {
      const leave = [subscribe(listener), store.subscribe(listener)];
      return () => leave.forEach((end) => end());
    },
  };
}
