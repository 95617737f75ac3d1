import { useEffect, useRef, useState } from 'react';
import { newId } from '#src/document/row-ids.ts';
import type { Path } from '#src/json/path.ts';
import { asList, type Json, type JsonList } from '#src/json/value.ts';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { clearAt, writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { listAt } from '#src/ui/lists/use-list-actions.ts';
import { envToText, readEnvText, type EnvReading } from './env-text.ts';

const none: JsonList = Object.freeze([]);

interface EnvTextState {
  readonly text: string;
  readonly read: EnvReading;
  /** Reads a text and writes its variables to the document. */
  change(text: string): void;
  /** Shows the variables of the document again. */
  discard(): void;
}

/**
 * The variables at a path as a text. Every change is written at once, and all of them are one undo step. A text that
 * cannot be read waits until the user returns to it, unless the variables change meanwhile.
 */
export function useEnvText(path: Path): EnvTextState {
  const { root, store, alternatives, readOnly } = useEditor();
  const [session] = useState(newId);
  const listIn = (document: Json) => listAt(document, path) ?? none;
  const written = useRef(listIn(store.get()));
  const [text, setText] = useState(() => {
    const list = envToText(listIn(store.get()));
    const [listThen, kept] = asList(alternatives.recall(keptName(store.get(), path)));
    return listThen === list && typeof kept === 'string' ? kept : list;
  });
  const show = (next: string) => {
    setText(next);
    alternatives.remember(keptName(store.get(), path), undefined);
  };
  const follow = () => {
    const list = listIn(store.get());
    if (list === written.current) return;
    written.current = list;
    show(envToText(list));
  };
  const latest = useRef(follow);
  useEffect(() => {
    latest.current = follow;
  });
  useEffect(() => store.subscribe(() => latest.current()), [store]);
  return {
    text,
    read: readEnvText(text, listIn(store.get())),
    change(next) {
      if (readOnly) return;
      const document = store.get();
      const { list } = readEnvText(next, listIn(document));
      setText(next);
      const kept = list === undefined ? [envToText(listIn(document)), next] : undefined;
      alternatives.remember(keptName(document, path), kept);
      if (list === undefined || isSame(list, listIn(document))) return;
      const edited =
        list.length === 0 ? clearAt(root, document, path) : writeAt(root, document, path, list);
      written.current = listIn(edited);
      store.edit(edited, { path, session });
    },
    discard: () => show(envToText(listIn(store.get()))),
  };
}

function keptName(document: Json, path: Path): string {
  return `${cellName(document, path)}/text`;
}

function isSame(one: JsonList, other: JsonList): boolean {
  return one.length === other.length && one.every((row, index) => row === other[index]);
}
