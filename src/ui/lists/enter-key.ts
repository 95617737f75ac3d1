import type { KeyboardEvent } from 'react';
import { hasLineBreak } from '#src/ui/editing/inputs/line-breaks.ts';

/**
 * True for Enter, unless an IME is composing or the text has several lines. Shift+Enter always inserts a line break.
 */
export function isNextFieldKey(
  event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>,
): boolean {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return false;
  return !hasLineBreak(event.currentTarget.value);
}
