import { useEffect, useRef, useState } from 'react';
import { getIn } from '#src/json/get-in.ts';
import { isJsonObject } from '#src/json/value.ts';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { focusRow } from '#src/ui/focus/focus-row.ts';
import { listAt } from '#src/ui/lists/use-list-actions.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { PasteFrame } from '../env-paste/PasteFrame.tsx';
import { insertRows } from './insert-rows.ts';
import { PastedLines } from './PastedLines.tsx';
import { readPastedRows, type PastedKind } from './read-rows.ts';
import type { PendingPaste } from './pending-paste.ts';
import { rowPasteWords as words } from './words.ts';

interface RowPasteProps extends PendingPaste {
  kind: PastedKind;
  onClose: () => void;
}

/** Shows how pasted lines were read and asks whether to add them as rows. Without any row, they stay a text. */
export function RowPaste({ kind, row, pasted, insertAsText, onClose }: RowPasteProps) {
  const { root, store } = useEditor();
  const translate = useTranslate();
  const notify = useNotify();
  const list = listAt(store.get(), row.slice(0, -1)) ?? [];
  const [lines] = useState(() => {
    const names = list.map((other) => (isJsonObject(other) ? other.name : undefined));
    return readPastedRows(kind, pasted, new Set(names.filter((name) => typeof name === 'string')));
  });
  const rows = lines.flatMap((line) => line.rows);
  /** Closes the dialog. It restores the focus first, so this moves it one frame later. */
  const close = (focus: typeof row) => {
    onClose();
    requestAnimationFrame(() => focusRow(focus, cellName(store.get(), focus)));
  };
  const decline = () => {
    insertAsText();
    close(row);
  };
  const isText = rows.length === 0;
  const isDone = useRef(false);
  useEffect(() => {
    // React runs effects twice in development.
    if (!isText || isDone.current) return;
    isDone.current = true;
    insertAsText();
    onClose();
  }, [isText, insertAsText, onClose]);
  if (isText) return null;
  const accept = () => {
    const document = store.get();
    // The row may have been removed meanwhile.
    const place = getIn(document, row) === undefined ? [...row.slice(0, -1), list.length] : row;
    const added = insertRows(root, document, place, rows, kind === 'tags' ? 'key' : undefined);
    store.edit(added.document, { path: added.row });
    notify({ text: translate(words.done(rows.length)) });
    close(added.row);
  };
  return (
    <PasteFrame
      title={translate(words.titles[kind])}
      intro={translate(words.intro)}
      decline={translate(words.decline)}
      accept={translate(words.accept[kind](rows.length))}
      isEmpty={false}
      onAccept={accept}
      onDecline={decline}
    >
      <PastedLines kind={kind} lines={lines} present={list} />
    </PasteFrame>
  );
}
