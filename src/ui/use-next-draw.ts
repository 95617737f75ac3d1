import { startTransition, useEffect, useState } from 'react';

/**
 * False when a component is first drawn, then true: what waits for it is put on the page in a task of its own. All of
 * a page at once makes one task so long that the browser answers nobody meanwhile.
 */
export function useNextDraw(): boolean {
  const [isNext, setNext] = useState(false);
  useEffect(() => startTransition(() => setNext(true)), []);
  return isNext;
}
