import { useState, type ReactNode } from 'react';
import { readEnv, type EnvText } from '#src/convert/env/read-env.ts';
import { writeEnvEntry } from '#src/convert/env/write-env.ts';
import type { Path } from '#src/json/path.ts';
import { complaintOf } from '#src/domain/core/check/field-errors.ts';
import { envGroup } from '#src/domain/deployment/fields/env.fields.ts';
import type { PasteHandler } from '#src/ui/field/TextControl.tsx';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { focusRow } from '#src/ui/focus/focus-row.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { envPasteWords as words } from './env-paste-words.ts';
import { namesBeside, pasteVariables } from './paste-variables.ts';
import type { PlannedLine } from './plan.ts';

const PasteDialog = lazyPart(async () => (await import('./PasteDialog.tsx')).PasteDialog);

/** A paste that waits for the user's decision. */
interface Pending {
  readonly row: Path;
  readonly text: EnvText;
  readonly insertAsText: () => void;
}

/** Variables from two columns of a spreadsheet. Undefined for any other text. */
function readTable(pasted: string): EnvText | undefined {
  const lines = pasted.split(/\r\n|\r|\n/);
  const isTable = lines.every((line) => line.trim() === '' || /^[^\t=]+\t/.test(line));
  if (!isTable) return undefined;
  const written = lines.map((line) => {
    const [name = '', value = ''] = line.split('\t').map((cell) => cell.trim());
    return name === '' ? '' : (writeEnvEntry(name, value) ?? line);
  });
  const { entries, skipped } = readEnv(written.join('\n'));
  return { entries: entries.map((entry) => ({ ...entry, notes: [] })), skipped };
}

/**
 * Offers to turn pasted `NAME=value` lines into variables. Render `dialog` beside the list, and pass
 * `pasteHandlerFor(row)` to the name field of each row.
 */
export function useEnvPaste(): {
  readonly dialog: ReactNode;
  readonly pasteHandlerFor: (row: Path) => PasteHandler;
} {
  const editor = useEditor();
  const { store, problemVisibility } = editor;
  const translate = useTranslate();
  const notify = useNotify();
  const [pending, setPending] = useState<Pending>();
  const pasteHandlerFor =
    (row: Path): PasteHandler =>
    (pasted, insertAsText) => {
      const text = readTable(pasted) ?? readEnv(pasted);
      if (!text.entries.some(({ name }) => /^[A-Za-z_][\w.-]*$/.test(name))) return false;
      setPending({ row, text, insertAsText });
      return true;
    };
  if (pending === undefined) return { dialog: null, pasteHandlerFor };

  /** Closes the dialog. It restores the focus first, so this moves it one frame later. */
  const close = (focus: Path) => {
    setPending(undefined);
    requestAnimationFrame(() => focusRow(focus, cellName(store.get(), focus)));
  };
  const decline = () => {
    pending.insertAsText();
    close([...pending.row, 'name']);
  };
  const accept = (planned: readonly PlannedLine[]) => {
    const { document, row = pending.row } = pasteVariables(
      editor,
      store.get(),
      pending.row,
      planned,
    );
    store.edit(document, { path: row });
    const added = planned.filter(({ kind }) => kind === 'add');
    for (const [offset, line] of added.entries()) {
      const isWrong = line.kind === 'add' && complaintOf(envGroup.fields.name, line.entry.name);
      // The dialog already showed the problem, so show it in the list at once.
      const name = [...row.slice(0, -1), Number(row.at(-1)) + offset, 'name'];
      if (isWrong) problemVisibility.touch(store.get(), name);
    }
    const count = added.length + planned.filter(({ kind }) => kind === 'replace').length;
    notify({ text: translate(words.done(count)) });
    close(row);
  };
  const dialog = (
    <PartBoundary onFailed={decline}>
      <PasteDialog
        text={pending.text}
        present={namesBeside(store.get(), pending.row)}
        onAccept={accept}
        onDecline={decline}
      />
    </PartBoundary>
  );
  return { dialog, pasteHandlerFor };
}
