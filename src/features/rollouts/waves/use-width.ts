import { useEffect, useRef, useState, type RefObject } from 'react';

/** The width of an element in pixels, so that a drawing in it keeps its text size. */
export function useWidth<E extends Element>(
  initial: number,
): { box: RefObject<E | null>; width: number } {
  const box = useRef<E>(null);
  const [width, setWidth] = useState(initial);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return { box, width };
}
