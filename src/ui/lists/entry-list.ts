import { getIn } from '#src/json/get-in.ts';
import type { Key } from '#src/json/path.ts';
import { asObject, type Json } from '#src/json/value.ts';
import { pathOfCell } from '#src/ui/editing/inputs/cell-name.ts';
import type { Editor } from '#src/ui/editing/editor.ts';
import { createListeners } from '#src/ui/editing/issues/listeners.ts';
import {
  blankRow,
  duplicateKeyRows,
  followObject,
  hasSameEntries,
  isWritten,
  keepRows,
  objectOf,
  recallRows,
  type EntryRow,
} from './entry-rows.ts';
import { clearAt, writeAt } from '#src/ui/editing/edits/spec-edits.ts';

/** The rows of an object of texts. They follow the document. */
export interface EntryList {
  /** The same list until a row changes. */
  rows(): readonly EntryRow[];
  /** Adds a blank row and returns its id. It is written once something is typed into it. */
  add(): string;
  change(id: string, part: 'key' | 'value', text: string): void;
  /** Removes a row. */
  remove(id: string): RemovedEntry;
  subscribe(listener: () => void): () => void;
}

/** What removing a row leaves behind. */
export interface RemovedEntry {
  /** The row that takes the focus, if there is one. */
  readonly next: string | undefined;
  /** The removed row, if the document had it. */
  readonly written: EntryRow | undefined;
}

/**
 * Edits the object at the path that `name` stands for. Every key press writes the whole object. Rows that cannot be part
 * of it stay here, and are kept as an alternative while the form shows another step.
 */
export function createEntryList(
  { root, store, alternatives }: Pick<Editor, 'root' | 'store' | 'alternatives'>,
  name: string,
): EntryList {
  const place = `${name}/entries`;
  const { announce, subscribe } = createListeners();
  const valueIn = (document: Json) => {
    const path = pathOfCell(document, name);
    return path && getIn(document, path);
  };
  /** The value in the document that the rows stand for. */
  let seen = valueIn(store.get());
  let rows: readonly EntryRow[] = followObject(
    recallRows(alternatives.recall(place)),
    asObject(seen),
  );
  const current = (): readonly EntryRow[] => {
    const value = valueIn(store.get());
    if (value !== seen) {
      rows = followObject(rows, asObject(value));
      seen = value;
    }
    return rows;
  };

  const put = (next: readonly EntryRow[], inside: readonly Key[], typing: boolean) => {
    const document = store.get();
    const path = pathOfCell(document, name);
    if (path === undefined) return;
    const present = getIn(document, path);
    const object = objectOf(next);
    const isEmpty = Object.keys(object).length === 0;
    const isSame = hasSameEntries(object, asObject(present));
    rows = next;
    seen = isSame ? present : isEmpty ? undefined : object;
    const isAllWritten = next.length === Object.keys(object).length;
    alternatives.keep(place, isAllWritten ? undefined : keepRows(next));
    if (!isSame) {
      const edited = isEmpty
        ? clearAt(root, document, path)
        : writeAt(root, document, path, object);
      store.edit(edited, { path: [...path, ...inside], typing });
    }
    announce();
  };

  return {
    rows: current,
    add() {
      const row = blankRow();
      put([...current(), row], [], false);
      return row.id;
    },
    change(id, part, text) {
      const before = current();
      const index = before.findIndex((row) => row.id === id);
      const key = before[index]?.key ?? '';
      put(
        before.map((row) => (row.id === id ? { ...row, [part]: text, isUntouched: false } : row)),
        // What is typed into one input joins into one step of undo; a key has no lasting path but its row.
        [part === 'value' ? key : index],
        true,
      );
    },
    remove(id) {
      const before = current();
      const at = before.findIndex((row) => row.id === id);
      const row = before[at];
      const written = row && isWritten(row, duplicateKeyRows(before)) ? row : undefined;
      put(before.toSpliced(at, 1), [], false);
      return { next: (before[at + 1] ?? before[at - 1])?.id, written };
    },
    subscribe(listener) {
      const leave = [subscribe(listener), store.subscribe(listener)];
      return () => leave.forEach((end) => end());
    },
  };
}
