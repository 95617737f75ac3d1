import { startTransition, useEffect, useState } from 'react';

/**
 * How many of `total` parts to render by now: none at first, then `step` more at a time, so that the page responds in
 * between.
 */
export function useGrowing(total: number, step: number): number {
  const [drawn, setDrawn] = useState(0);
  const isComplete = drawn >= total;
  useEffect(() => {
    if (!isComplete) startTransition(() => setDrawn(drawn + step));
  }, [drawn, step, isComplete]);
  return Math.min(drawn, total);
}
