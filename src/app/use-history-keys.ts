import { useEffect } from 'react';
import type { Editor } from '#src/ui/editing/editor.ts';

/**
 * Ctrl+Z and Ctrl+Shift+Z (Ctrl+Y) over the whole document. Taken from the browser inside the inputs too:
 * its own undo knows one input only and would fall out of step with the document.
 */
export function useHistoryKeys({ store, readOnly }: Editor): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (readOnly || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      const isUndo = key === 'z' && !event.shiftKey;
      const isRedo = (key === 'z' && event.shiftKey) || key === 'y';
      if (!isUndo && !isRedo) return;
      // Dialogs have inputs of their own, which are not the document's.
      if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return;
      event.preventDefault();
      if (isUndo) store.undo();
      else store.redo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [store, readOnly]);
}
