import { useEffect, useMemo, useRef } from 'react';
import { useLocation } from 'wouter';
import { useSession } from '#src/client/session/session.ts';
import type { Draft } from '#src/features/drafts/draft-session.ts';
import { ImportDialog } from '#src/features/import/dialog/ImportDialog.tsx';
import { emptyInput } from '#src/features/import/input/import-input.ts';
import { nextTask } from '#src/ui/timing/next-task.ts';
import { prepareDocument } from '#src/features/import/prepare/prepare-document.ts';
import { saveReport } from '#src/features/import/report/report-store.ts';
import { importWords } from '#src/features/import/words/import-words.ts';
import type { ImportPart } from '#src/features/import/use-import.ts';
import type { ImportResult } from '#src/features/import/worker/run-import.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { undoEdit } from '#src/ui/editing/history/undo-edit.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';

interface ImportHostProps {
  draft: Draft;
  part: ImportPart;
}

/** The import dialog, joined with the document and the drafts. */
export function ImportHost({ draft, part }: ImportHostProps) {
  const { store, history, readOnly } = useEditor();
  const { edition, generation } = useSession();
  const context = useMemo(() => ({ edition, generation }), [edition, generation]);
  const translate = useTranslate();
  const notify = useNotify();
  const [, navigate] = useLocation();
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  /** False if the dialog was closed while the document was prepared: then nothing may change. */
  const prepare = async ({ body }: ImportResult) => {
    await prepareDocument(body, context);
    return isOpen.current;
  };
  const finish = () => {
    part.close();
    part.setInput(emptyInput);
  };
  const replace = async (result: ImportResult) => {
    if (!(await prepare(result))) return;
    const before = store.get();
    const { fileName } = part.input;
    store.edit(result.body, {
      origin:
        fileName === undefined
          ? { kind: 'imported-text', detail: result.kind }
          : { kind: 'imported-file', detail: fileName },
    });
    // With a large document, the new page, the end of the dialog and the report take a task each.
    await nextTask();
    finish();
    await nextTask();
    saveReport(draft.id, result, before);
    notify({
      text: translate(importWords.replaced),
      action: {
        label: translate(importWords.undo),
        ...undoEdit({ store, history }, [], () => before),
      },
    });
  };
  const openDraft = async (result: ImportResult) => {
    if (!(await prepare(result))) return;
    const id = await draft.openNew(result.body);
    if (id === undefined) return;
    saveReport(id, result);
    finish();
    navigate('/new/basics');
    notify({ text: translate(importWords.opened) });
  };
  return (
    <ImportDialog
      input={part.input}
      context={context}
      readOnly={readOnly}
      onInput={part.setInput}
      onClose={part.close}
      onReplace={replace}
      onOpenDraft={openDraft}
    />
  );
}
