import { startTransition, useEffect, useState } from 'react';
import { behindFrame } from '#src/ui/first-paint.ts';

/**
 * How many of `total` parts to draw by now: none at first, then `step` more behind each frame, so that a page with
 * many of them answers in between.
 */
export function useGrowing(total: number, step: number): number {
  const [drawn, setDrawn] = useState(0);
  const isComplete = drawn >= total;
  useEffect(() => {
    if (isComplete) return undefined;
    return behindFrame(() => startTransition(() => setDrawn(drawn + step)));
  }, [drawn, step, isComplete]);
  return Math.min(drawn, total);
}
