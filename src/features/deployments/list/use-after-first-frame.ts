import { startTransition, useEffect, useState } from 'react';

/** False while a component renders for the first time, then true: what can wait does not make its first frame longer. */
export function useAfterFirstFrame(): boolean {
  const [isAfter, setAfter] = useState(false);
  useEffect(() => startTransition(() => setAfter(true)), []);
  return isAfter;
}
