import { useEffect, useEffectEvent } from 'react';
import type { Path } from '#src/json/path.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import type { Travel } from '#src/ui/editing/history/history.ts';
import { isInSight } from '#src/ui/focus/focus-path.ts';
import { useNotify } from '#src/ui/notices/notices.ts';
import { useWords } from '#src/ui/words/page-words.ts';

/**
 * Leads to what undo and redo change where that is out of sight, with `lead`. A document that changed as a whole has no
 * such place: a notice says so.
 */
export function useTravel(lead: (place: Path) => void): void {
  const editor = useEditor();
  const { history } = editor;
  const t = useWords();
  const notify = useNotify();
  const follow = useEffectEvent(({ place, direction }: Travel) => {
    if (place.length === 0) {
      notify({ text: t(direction === 'undo' ? 'app.undone' : 'app.redone') });
      return;
    }
    // Drawn first, as what is judged is what is seen.
    requestAnimationFrame(() => {
      const { activeElement } = document;
      // The drawer with the JSON shows the document, over the form.
      if (activeElement?.closest('[role="dialog"]')) return;
      // The row with the focus may be the one that went.
      const hasLostFocus = activeElement === null || activeElement === document.body;
      if (hasLostFocus || !isInSight(editor, place)) lead(place);
    });
  });
  useEffect(() => history.onTravel((travel) => follow(travel)), [history]);
}
