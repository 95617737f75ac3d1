import { useEffect, useRef } from 'react';
import { isWithin, type Path } from '#src/json/path.ts';

type Scroll = (index: number) => void;

const lists = new Set<{ readonly path: Path; readonly scroll: Scroll }>();

/** Scrolls to the rows along a path, so that their controls are rendered and can be focused. */
export function scrollToRow(path: Path): void {
  for (const list of lists) {
    const index = path[list.path.length];
    if (typeof index === 'number' && isWithin(path, list.path)) list.scroll(index);
  }
}

/** Registers a windowed list for {@link scrollToRow}. */
export function useScrollToRow(path: Path, scroll: Scroll): void {
  const latest = useRef({ path, scroll });
  useEffect(() => {
    latest.current = { path, scroll };
  });
  useEffect(() => {
    const list = {
      get path() {
        return latest.current.path;
      },
      scroll: (index: number) => latest.current.scroll(index),
    };
    lists.add(list);
    return () => void lists.delete(list);
  }, []);
}
