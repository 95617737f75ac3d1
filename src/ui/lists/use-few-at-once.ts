import { useEffect, useState } from 'react';
import { afterPaint } from '#src/ui/timing/after-paint.ts';

/** How many new rows the frame of a click renders, which has other work too: the row to focus and the one beside it. */
export const FIRST_AT_ONCE = 2;
/** How many new rows each later frame renders: a third of those that a laptop shows of a list below its heading. */
export const AT_ONCE = 4;

interface Item {
  readonly key: string | number | bigint;
  readonly index: number;
}

interface Turn {
  readonly keys: readonly Item['key'][];
  /** Keys of the items that later frames render, the next ones first. */
  readonly waiting: readonly Item['key'][];
}

/**
 * The items to render now: all that are on the page, and a few new ones, those nearest to `target` first. The others
 * follow in the next frames, so that no frame waits for a whole window of rows.
 */
export function useFewAtOnce<T extends Item>(items: readonly T[], target: number): readonly T[] {
  const [turn, setTurn] = useState<Turn>(() => nextTurn({ keys: [], waiting: [] }, items, target));
  const isCurrent =
    turn.keys.length === items.length && items.every(({ key }, at) => key === turn.keys[at]);
  const current = isCurrent ? turn : nextTurn(turn, items, target);
  if (!isCurrent) setTurn(current);
  const { waiting } = current;
  useEffect(() => {
    if (waiting.length === 0) return;
    return afterPaint(() =>
      setTurn((latest) => ({ ...latest, waiting: latest.waiting.slice(AT_ONCE) })),
    );
  }, [waiting]);
  return waiting.length === 0 ? items : items.filter(({ key }) => !waiting.includes(key));
}

function nextTurn({ keys, waiting }: Turn, items: readonly Item[], target: number): Turn {
  const distance = ({ index }: Item) => Math.abs(index - target);
  const fresh = items
    .filter(({ key }) => !keys.includes(key) || waiting.includes(key))
    .toSorted((a, b) => distance(a) - distance(b));
  // Measured rows change the items before the frame is painted, and it has its new rows already.
  const count = waiting.length === 0 ? FIRST_AT_ONCE : 0;
  return { keys: items.map(({ key }) => key), waiting: fresh.slice(count).map(({ key }) => key) };
}
