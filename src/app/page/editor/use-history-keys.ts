import { useEffect } from 'react';
import type { Editor } from '#src/ui/editing/editor.ts';

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/**
 * Ctrl+Z and Ctrl+Shift+Z (Ctrl+Y) undo and redo edits of the whole document, also inside its inputs: the browser's own
 * undo covers a single input and would get out of sync with the document.
 */
export function useHistoryKeys({ history, readOnly }: Editor): void {
  useEffect(() => {
    // The text of inputs outside of the document before the user typed into them.
    const textBefore = new WeakMap<EventTarget, string>();
    const remember = ({ target }: InputEvent) => {
      if (target !== null && isOtherInput(target) && !textBefore.has(target))
        textBefore.set(target, target.value);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (readOnly || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      const isUndo = key === 'z' && !event.shiftKey;
      const isRedo = (key === 'z' && event.shiftKey) || key === 'y';
      if (!isUndo && !isRedo) return;
      const { target } = event;
      if (target instanceof Element && isOutside(target)) {
        // Inputs in dialogs and searches are not part of the document, so the browser's undo applies, but only while
        // there is something to undo in them. After that it would change other inputs.
        const before = textBefore.get(target);
        const isOwn = isOtherInput(target) && before !== undefined;
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

function isOtherInput(target: EventTarget): target is TextControl {
  const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isText && isOutside(target);
}

/** True in a dialog and in a search. The drawer with the JSON does not count, because it shows the document. */
function isOutside(element: Element): boolean {
  if (element instanceof HTMLInputElement && element.type === 'search') return true;
  const dialog = element.closest('[role="dialog"]');
  return dialog !== null && dialog.querySelector('[data-shows-document]') === null;
}
