import { useEffect, useRef, type RefObject } from 'react';
import type { SubmissionView } from './submission/submission-view.ts';

/** Scrolls to the outcome of a submit when it starts, ends or is refused on this page. */
export function useReveal(
  panel: RefObject<HTMLElement | null>,
  { activity, refusal }: Pick<SubmissionView, 'activity' | 'refusal'>,
): void {
  const last = useRef({ activity, refusal });
  useEffect(() => {
    const hasBegun = activity !== 'none' && last.current.activity === 'none';
    const hasEnded = activity === 'none' && last.current.activity !== 'none';
    const isRefused = refusal !== undefined && refusal !== last.current.refusal;
    last.current = { activity, refusal };
    if (hasBegun || hasEnded || isRefused) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [panel, activity, refusal]);
}
