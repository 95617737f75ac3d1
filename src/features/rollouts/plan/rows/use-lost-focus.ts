import { useEffectEvent, useLayoutEffect, useRef, type FocusEventHandler } from 'react';

interface FocusHandlers {
  readonly onFocus: FocusEventHandler;
  readonly onBlur: FocusEventHandler;
}

/**
 * Watches the focus of an element with these handlers: if `shown` changes and the focused part of it disappears,
 * `onLost` is called.
 */
export function useLostFocus(shown: unknown, onLost: () => void): FocusHandlers {
  const focused = useRef<Element>(undefined);
  const lose = useEffectEvent(onLost);
  useLayoutEffect(() => {
    if (focused.current === undefined || focused.current.isConnected) return;
    focused.current = undefined;
    if (document.activeElement === document.body) lose();
  }, [shown]);
  return {
    onFocus: ({ target }) => void (focused.current = target),
    // React does not call it for an element that it removes.
    onBlur: () => void (focused.current = undefined),
  };
}
