import { flushSync } from 'react-dom';
import { restoreFocus } from './restore-focus.ts';

/**
 * Runs a change that shows more of an element, by default the one before the button. If the button is gone after it, the
 * element gets the focus, for which it needs `tabIndex={-1}`.
 */
export function revealBefore(
  button: HTMLElement,
  reveal: () => void,
  element = button.previousElementSibling as HTMLElement | null,
): void {
  flushSync(reveal);
  restoreFocus(element);
}
