import { startTransition, useEffect, useState } from 'react';
import { behindFrame } from './first-paint.ts';

/** False at first, true once what stands beside it has been on the screen: for what is long and lies below. */
export function useAfterFrame(): boolean {
  const [isDue, setDue] = useState(false);
  useEffect(() => behindFrame(() => startTransition(() => setDue(true))), []);
  return isDue;
}
