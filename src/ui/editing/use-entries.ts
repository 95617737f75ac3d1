import { useCallback, useMemo, useRef, useState } from 'react';
import { getIn } from '#src/json/get-in.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import { cellName } from './cell-name.ts';
import { useEditor, useValue } from './editor.ts';
import {
  blankRow,
  followObject,
  hasSameEntries,
  heldRows,
  isWritten,
  keepRows,
  objectOf,
  recallRows,
  type EntryRow,
} from './entry-rows.ts';
import { clearAt, writeAt } from './spec-edits.ts';

interface Model {
  readonly rows: readonly EntryRow[];
  /** The value in the document that the rows stand for. */
  readonly seen: Json | undefined;
}

/** The rows of an object of texts, and what can be done to them. */
export interface Entries {
  readonly rows: readonly EntryRow[];
  /** Ids of rows whose key an earlier one has; they are not in the document. */
  readonly held: ReadonlySet<string>;
  /** Adds a blank row and returns its id. It is written once something is typed into it. */
  add(): string;
  change(id: string, part: 'key' | 'value', text: string): void;
  /** Removes a row; tells the row that takes the focus, if there is one, and the removed one if the document had it. */
  remove(id: string): {
    readonly heir: string | undefined;
    readonly written: EntryRow | undefined;
  };
}

const none: JsonObject = Object.freeze({});

/**
 * Edits the object of texts at a path as rows. Every key press writes the whole object; rows that cannot be
 * part of it stay here, and are kept aside while the form shows another step. Follows the document.
 */
export function useEntries(path: Path): Entries {
  const { root, store, aside } = useEditor();
  const value = useValue(path);
  const place = `${cellName(store.get(), path)}/entries`;
  const [stored, setModel] = useState<Model>(() => follow(recallRows(aside.recall(place)), value));
  let model = stored;
  if (model.seen !== value) setModel((model = follow(model.rows, value)));
  const latest = useRef({ model, path, place });
  latest.current = { model, path, place };

  const put = useCallback(
    (rows: readonly EntryRow[], at: (path: Path) => Path, typing: boolean) => {
      const { path: here, place: name } = latest.current;
      const document = store.get();
      const present = getIn(document, here);
      const object = objectOf(rows);
      const isEmpty = Object.keys(object).length === 0;
      const isSame = hasSameEntries(object, isJsonObject(present) ? present : none);
      const seen = isSame ? present : isEmpty ? undefined : object;
      const next = { rows, seen };
      latest.current = { ...latest.current, model: next };
      setModel(next);
      const isAllWritten = rows.length === Object.keys(object).length;
      aside.keep(name, isAllWritten ? undefined : keepRows(rows));
      if (isSame) return;
      store.edit(isEmpty ? clearAt(root, document, here) : writeAt(root, document, here, object), {
        path: at(here),
        typing,
      });
    },
    [root, store, aside],
  );
  const actions = useMemo(
    () => ({
      add() {
        const row = blankRow();
        put([...latest.current.model.rows, row], (here) => here, false);
        return row.id;
      },
      change(id: string, part: 'key' | 'value', text: string) {
        const { rows } = latest.current.model;
        const index = rows.findIndex((row) => row.id === id);
        const key = rows[index]?.key ?? '';
        put(
          rows.map((row) => (row.id === id ? { ...row, [part]: text, isUntouched: false } : row)),
          // What is typed into one input joins into one step of undo; a key has no lasting path but its row.
          (here) => [...here, part === 'value' ? key : index],
          true,
        );
      },
      remove(id: string) {
        const { rows } = latest.current.model;
        const at = rows.findIndex((row) => row.id === id);
        const row = rows[at];
        const written = row !== undefined && isWritten(row, heldRows(rows)) ? row : undefined;
        put(rows.toSpliced(at, 1), (here) => here, false);
        return { heir: (rows[at + 1] ?? rows[at - 1])?.id, written };
      },
    }),
    [put],
  );
  return { rows: model.rows, held: heldRows(model.rows), ...actions };
}

function follow(rows: readonly EntryRow[], value: Json | undefined): Model {
  return { rows: followObject(rows, isJsonObject(value) ? value : none), seen: value };
}
