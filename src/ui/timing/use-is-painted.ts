import { useEffect, useState } from 'react';
import { afterPaint } from './after-paint.ts';

/** False until the first rendering of the component has been painted: for parts that may follow it. */
export function useIsPainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => afterPaint(() => setPainted(true)), []);
  return isPainted;
}
