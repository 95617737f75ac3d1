import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * For a box (with a tabIndex) that takes the focus when the focused control inside it is removed. Otherwise keyboard users
 * would return to the top of the page with every change of state.
 */
export function useFocusFallback(): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const last = useRef<Element>(null);
  // Before paint, so that a key pressed right after the change does not go to the page.
  useLayoutEffect(() => {
    const { activeElement } = document;
    const wasInside = last.current !== null && !last.current.isConnected;
    if (wasInside && activeElement === document.body) box.current?.focus({ preventScroll: true });
    last.current = box.current?.contains(document.activeElement) ? document.activeElement : null;
  });
  useEffect(() => {
    const element = box.current;
    const onFocus = ({ target }: FocusEvent) => {
      last.current = target as Element;
    };
    element?.addEventListener('focusin', onFocus);
    return () => element?.removeEventListener('focusin', onFocus);
  }, []);
  return box;
}
