import type { KeyboardEvent } from 'react';
import { hasLineBreak } from '#src/ui/editing/inputs/line-breaks.ts';

/**
 * True if a key goes on from one text of a list to the next: Enter, unless an IME takes it. In a text of several lines
 * Enter starts a new one, and Shift+Enter does so everywhere.
 */
export function goesOn(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): boolean {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return false;
  return !hasLineBreak(event.currentTarget.value);
}
