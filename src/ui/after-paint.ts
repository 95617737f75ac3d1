import { startTransition, useEffect, useState } from 'react';

/** False at first, true once what stands beside it has been on the screen: for what is long and lies below. */
export function useAfterPaint(): boolean {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      // Behind this frame, not before it.
      timer = setTimeout(() => startTransition(() => setDue(true)), 0);
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return isDue;
}
