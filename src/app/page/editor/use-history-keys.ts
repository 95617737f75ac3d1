import { useEffect } from 'react';
import type { Editor } from '#src/ui/editing/editor.ts';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/**
 * Ctrl+Z and Ctrl+Shift+Z (Ctrl+Y) over the whole document. Taken from the browser inside the inputs too:
 * its own undo knows one input only and would fall out of step with the document.
 */
export function useHistoryKeys({ history, readOnly }: Editor): void {
  useEffect(() => {
    // The text that inputs of dialogs had before they were typed into.
    const textBefore = new WeakMap<EventTarget, string>();
    const remember = ({ target }: InputEvent) => {
      if (target !== null && isOfDialog(target) && !textBefore.has(target))
        textBefore.set(target, target.value);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (readOnly || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      const isUndo = key === 'z' && !event.shiftKey;
      const isRedo = (key === 'z' && event.shiftKey) || key === 'y';
      if (!isUndo && !isRedo) return;
      const { target } = event;
      if (target instanceof Element && isInDialog(target)) {
        // Dialogs have inputs of their own, which are not the document's: those are the browser's, as long as there
        // is something to take back in them. Then it would go on with the page behind, which nobody sees.
        const before = textBefore.get(target);
        const isOwn = isOfDialog(target) && before !== undefined;
        if (!isOwn || (isUndo && target.value === before)) event.preventDefault();
        return;
      }
      event.preventDefault();
      if (isUndo) history.undo();
      else history.redo();
    };
    window.addEventListener('beforeinput', remember, true);
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('beforeinput', remember, true);
      window.removeEventListener('keydown', onKeyDown);
    };
  }, [history, readOnly]);
}

function isOfDialog(target: EventTarget): target is TextControl {
  const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isText && isInDialog(target);
}

/** Not the drawer with the JSON: in that the document is seen. */
function isInDialog(element: Element): boolean {
  const dialog = element.closest('[role="dialog"]');
  return dialog !== null && dialog.querySelector('[data-shows-document]') === null;
}
