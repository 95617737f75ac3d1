import { startTransition, useEffect, useState } from 'react';

/**
 * The number of parts to render now. It grows from 0 to `total` in steps, so that the page stays responsive.
 */
export function useIncrementalRender(total: number, step: number): number {
  const [rendered, setRendered] = useState(0);
  const isComplete = rendered >= total;
  useEffect(() => {
    if (!isComplete) startTransition(() => setRendered(rendered + step));
  }, [rendered, step, isComplete]);
  return Math.min(rendered, total);
}
