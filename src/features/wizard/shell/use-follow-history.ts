import { useEffect, useEffectEvent } from 'react';
import type { Path } from '#src/json/path.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import type { HistoryStep } from '#src/ui/editing/history/history.ts';
import { isControlVisible } from '#src/ui/focus/focus-path.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';

/**
 * Calls `goTo` with the path that undo or redo changed if it is not visible. If the whole document changed, a notice
 * says so.
 */
export function useFollowHistory(goTo: (path: Path) => void): void {
  const editor = useEditor();
  const { history } = editor;
  const t = useWords();
  const notify = useNotify();
  const follow = useEffectEvent(({ path, direction }: HistoryStep) => {
    if (path.length === 0) {
      notify({ text: t(direction === 'undo' ? 'app.undone' : 'app.redone') });
      return;
    }
    // Render first, because visibility depends on the new layout.
    requestAnimationFrame(() => {
      const { activeElement } = document;
      // The JSON drawer covers the form and shows the change.
      if (activeElement?.closest('[role="dialog"]')) return;
      // The focused row may have been removed.
      const hasLostFocus = activeElement === null || activeElement === document.body;
      if (hasLostFocus || !isControlVisible(editor, path)) goTo(path);
    });
  });
  useEffect(() => history.onStep((step) => follow(step)), [history]);
}
