import { startTransition, useEffect, useState } from 'react';

/** Runs once what was just done has been on the screen: behind the next frame, not before it. Gives what cancels it. */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run, 0);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** False at first, true once what stands beside it has been on the screen: for what is long and lies below. */
export function useAfterPaint(): boolean {
  const [isDue, setDue] = useState(false);
  useEffect(() => afterPaint(() => startTransition(() => setDue(true))), []);
  return isDue;
}
