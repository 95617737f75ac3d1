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
 * Begins a new document at the first step, with no problem marked and no outcome of the one before. Undo, whichever way,
 * brings back the document and its outcome.
 */
export function useStartNew(submission: Submission | undefined): () => void {
  const { store, history, problemVisibility } = useEditor();
  const t = useWords();
  const notify = useNotify();
  const [, navigate] = useLocation();
  const stopFollowing = useRef<() => void>(undefined);
  useEffect(() => () => stopFollowing.current?.(), []);
  return useCallback(() => {
    const before = store.get();
    store.edit(initialBody);
    stopFollowing.current?.();
    if (submission !== undefined)
      stopFollowing.current = followUndo(store, before, () => submission.startNew());
    // The step is left first, which marks its problems; then all marks go.
    flushSync(() => navigate('/new/basics'));
    problemVisibility.reset();
    notify({
      text: t('app.newDone'),
      action: { label: t('action.undo'), ...undoEdit({ store, history }, [], () => before) },
    });
  }, [store, history, problemVisibility, submission, notify, navigate, t]);
}

/** Puts the outcome away now, brings it back when undo comes to the document before, and away again at redo. */
function followUndo(
  store: Editor['store'],
  before: unknown,
  putAway: () => () => void,
): () => void {
  const started = store.get();
  let bringBack: (() => void) | undefined = putAway();
  return store.subscribe(() => {
    const now = store.get();
    if (now === before) {
      bringBack?.();
      bringBack = undefined;
    } else if (now === started) bringBack ??= putAway();
  });
}
