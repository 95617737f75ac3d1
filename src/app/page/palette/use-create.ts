import { useCallback, useRef } from 'react';
import { useLocation } from 'wouter';
import type { CreateHandle } from '#src/features/submit/submit-form-props.ts';

/**
 * Presses the button that sends on Review. On other steps it leads there and focuses the button, so that nothing is sent
 * that the user has not seen.
 */
export function useCreate(review = '/new/review'): {
  press: () => void;
  handle: (handle: CreateHandle | null) => void;
} {
  const current = useRef<CreateHandle>(null);
  const wantsFocus = useRef(false);
  const [, navigate] = useLocation();
  const handle = useCallback((next: CreateHandle | null) => {
    const isNew = current.current === null && next !== null;
    current.current = next;
    if (!isNew || !wantsFocus.current) return;
    wantsFocus.current = false;
    // After the step has focused its heading.
    requestAnimationFrame(() => next.focus());
  }, []);
  const press = useCallback(() => {
    if (current.current !== null) return current.current.press();
    wantsFocus.current = true;
    navigate(review);
  }, [navigate, review]);
  return { press, handle };
}
