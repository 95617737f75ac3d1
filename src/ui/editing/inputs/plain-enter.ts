import type { KeyboardEvent } from 'react';

/** True for Enter, unless an IME is composing. Ctrl+Enter (Cmd+Enter) is a shortcut of the page, wherever the focus is. */
export function isPlainEnter(event: KeyboardEvent): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey, nativeEvent } = event;
  const isModified = altKey || ctrlKey || metaKey || shiftKey;
  return key === 'Enter' && !isModified && !nativeEvent.isComposing;
}
