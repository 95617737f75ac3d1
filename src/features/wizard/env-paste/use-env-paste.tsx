import { useState, type ReactNode } from 'react';
import { readEnv, type EnvText } from '#src/convert/env/read-env.ts';
import type { Path } from '#src/json/path.ts';
import { complaintOf } from '#src/domain/core/check/field-errors.ts';
import { envGroup } from '#src/domain/deployment/fields/env.fields.ts';
import type { TakePaste } from '#src/ui/field/TextControl.tsx';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { focusRow } from '#src/ui/focus/focus-row.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { namesBeside, pasteVariables } from './paste-variables.ts';
import type { PlannedLine } from './plan.ts';

const PasteDialog = lazyPart(async () => (await import('./PasteDialog.tsx')).PasteDialog);

/** A paste that a person is asked about. */
interface Pending {
  readonly row: Path;
  readonly text: EnvText;
  readonly keep: () => void;
}

/**
 * Offers to turn lines of `NAME=value` into variables where they are pasted into the name of one. `dialog` has to be
 * drawn beside the list; `takePasteOf` gives what the name of a row asks about a paste.
 */
export function useEnvPaste(): {
  readonly dialog: ReactNode;
  readonly takePasteOf: (row: Path) => TakePaste;
} {
  const editor = useEditor();
  const { store, problemVisibility } = editor;
  const t = useWords();
  const notify = useNotify();
  const [pending, setPending] = useState<Pending>();
  const takePasteOf =
    (row: Path): TakePaste =>
    (pasted, keep) => {
      const text = readEnv(pasted);
      if (!text.entries.some(({ name }) => /^[A-Za-z_][\w.-]*$/.test(name))) return false;
      setPending({ row, text, keep });
      return true;
    };
  if (pending === undefined) return { dialog: null, takePasteOf };

  /** Closes the dialog, which gives the focus back first. */
  const close = (focus: Path) => {
    setPending(undefined);
    requestAnimationFrame(() => focusRow(focus, cellName(store.get(), focus)));
  };
  const decline = () => {
    pending.keep();
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
    for (const [at, line] of added.entries()) {
      const isWrong = line.kind === 'add' && complaintOf(envGroup.fields.name, line.entry.name);
      // The dialog has shown it, so it is not kept quiet until the field is left.
      const name = [...row.slice(0, -1), Number(row.at(-1)) + at, 'name'];
      if (isWrong) problemVisibility.touch(store.get(), name);
    }
    const count = added.length + planned.filter(({ kind }) => kind === 'replace').length;
    notify({ text: t('env.paste.done', { count }) });
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
  return { dialog, takePasteOf };
}
