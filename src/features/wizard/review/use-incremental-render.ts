import { useEffect, useState } from 'react';
import { afterPaint } from '#src/ui/timing/after-paint.ts';

/**
 * The number of parts to render now. It grows from 0 to `total` in steps, each in a task of its own after the
 * first paint, so that the page stays responsive. Not in transitions: other updates of the page would delay those for seconds.
 */
export function useIncrementalRender(total: number, step: number): number {
  const [rendered, setRendered] = useState(0);
  const isComplete = rendered >= total;
  useEffect(() => {
    if (isComplete) return undefined;
    const renderMore = () => setRendered(rendered + step);
    if (rendered === 0) return afterPaint(renderMore);
    const timer = setTimeout(renderMore);
    return () => clearTimeout(timer);
  }, [rendered, step, isComplete]);
  return Math.min(rendered, total);
}
