import { useCallback, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useLocation } from 'wouter';
import { initialBody } from '#src/domain/deployment/initial.ts';
import type { Submission } from '#src/features/submit/submission/submission-view.ts';
import { useEditor, type Editor } from '#src/ui/editing/editor.ts';
import { undoEdit } from '#src/ui/editing/history/undo-edit.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';

/**
 * Starts a new document at the first step, without marked problems and without the outcome of the previous document.
 * Undo restores the document together with its outcome.
 */
export function useStartNew(submission: Submission | undefined): () => void {
  const { store, history, problemVisibility } = useEditor();
  const t = useWords();
  const notify = useNotify();
  const [, navigate] = useLocation();
  const stopSync = useRef<() => void>(undefined);
  useEffect(() => () => stopSync.current?.(), []);
  return useCallback(() => {
    const before = store.get();
    store.edit(initialBody, { origin: { kind: 'started' } });
    stopSync.current?.();
    if (submission !== undefined)
      stopSync.current = syncOutcomeWithUndo(store, before, () => submission.startNew());
    // Leaving the step marks its problems, so navigate before resetting the marks.
    flushSync(() => navigate('/new/basics'));
    problemVisibility.reset();
    notify({
      text: t('app.newDone'),
      action: { label: t('action.undo'), ...undoEdit({ store, history }, [], () => before) },
    });
  }, [store, history, problemVisibility, submission, notify, navigate, t]);
}

/** Hides the outcome now, restores it when undo reaches the previous document, and hides it again at redo. */
function syncOutcomeWithUndo(
  store: Editor['store'],
  before: unknown,
  hideOutcome: () => () => void,
): () => void {
  const started = store.get();
  let restoreOutcome: (() => void) | undefined = hideOutcome();
  return store.subscribe(() => {
    const now = store.get();
    if (now === before) {
      restoreOutcome?.();
      restoreOutcome = undefined;
    } else if (now === started) restoreOutcome ??= hideOutcome();
  });
}
