import type { KeyboardEvent } from 'react';
import { isPlainEnter } from '#src/ui/editing/inputs/plain-enter.ts';
import { hasLineBreak } from '#src/ui/editing/inputs/line-breaks.ts';

/**
 * True for Enter in a text control, unless an IME is composing or the text has several lines. Shift+Enter always inserts
 * a line break.
 */
export function isNextFieldKey(event: KeyboardEvent): boolean {
  const { target } = event;
  return isPlainEnter(event) && isTextControl(target) && !hasLineBreak(target.value);
}

/** Focuses the text control that follows `current` inside an element. Returns false if there is none. */
export function focusTextAfter(current: EventTarget, within: Element | null | undefined): boolean {
  const controls = [...(within?.querySelectorAll('input, textarea') ?? [])].filter(isTextControl);
  const next = controls[controls.findIndex((control) => control === current) + 1];
  next?.focus();
  return next !== undefined;
}

function isTextControl(target: unknown): target is HTMLInputElement | HTMLTextAreaElement {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && target.type !== 'checkbox';
}
