import type { KeyboardEvent } from 'react';

/** The code of a key that an IME handles. In Safari, the Enter that ends a composition has it after the composition. */
const IME_KEY = 229;

/** True for Enter, unless an IME is composing. Ctrl+Enter (Cmd+Enter) is a shortcut of the page, wherever the focus is. */
export function isPlainEnter(event: KeyboardEvent): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey, nativeEvent } = event;
  const isModified = altKey || ctrlKey || metaKey || shiftKey;
  const isOfIme = nativeEvent.isComposing || nativeEvent.keyCode === IME_KEY;
  return key === 'Enter' && !isModified && !isOfIme;
}
