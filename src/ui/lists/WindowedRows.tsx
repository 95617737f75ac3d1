import {
  defaultRangeExtractor,
  measureElement,
  useVirtualizer,
  type Range,
} from '@tanstack/react-virtual';
import { useCallback, useRef, useState, type FocusEvent, type ReactNode } from 'react';
import type { Path } from '#src/json/path.ts';
import { useScrollToRow } from '#src/ui/focus/scroll-to-row.ts';
import styles from './rows.module.css';

interface WindowedRowsProps {
  path: Path;
  /** Row ids in the order shown. */
  ids: readonly string[];
  /** Index in the document of each row shown. */
  indexes: readonly number[];
  rowHeight: number;
  row: (index: number) => ReactNode;
}

/** Pixels. It is always this high, so that nobody has to have the page laid out to learn it. */
const BOX_HEIGHT = 560;

/**
 * How high the last row was that was measured, by the name of the list. A list that begins with the right height is
 * drawn once; one that begins with a guess again as soon as its rows were measured.
 */
const lastHeights = new Map<string, number>();

/**
 * Rows of a long list in a scroll box of their own; only those in view and one more on each side are
 * drawn, so that a key costs the same with 10 rows and with 1000. The row that had the focus last is drawn wherever it
 * is: it is typed into further while it is out of view, and moves along with its buttons.
 */
export function WindowedRows({ path, ids, indexes, rowHeight, row }: WindowedRowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const name = String(path.at(-1));
  // The same as long as the list is shown: another guess would move all rows that were not measured.
  const [guess] = useState(() => lastHeights.get(name) ?? rowHeight);
  const focused = useRef<string>(undefined);
  const keepFocused = (event: FocusEvent) => {
    const at = event.target.closest<HTMLElement>('[data-index]')?.dataset.index;
    if (at !== undefined) focused.current = ids[Number(at)];
  };
  // Another one for other rows, so that it is asked again although the same places are in view.
  const rowsToDraw = useCallback(
    (range: Range) => {
      const inView = defaultRangeExtractor(range);
      const at = focused.current === undefined ? -1 : ids.indexOf(focused.current);
      if (at < 0 || inView.includes(at)) return inView;
      return at < range.startIndex ? [at, ...inView] : [...inView, at];
    },
    [ids],
  );
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => box.current,
    estimateSize: () => guess,
    getItemKey: (at) => ids[at]!,
    overscan: 1,
    rangeExtractor: rowsToDraw,
    initialRect: { width: 0, height: BOX_HEIGHT },
    observeElementRect: () => undefined,
    // The observer tells before the frame is painted; to ask each new row would have the page laid out for it.
    measureElement: (element, entry, list) => {
      if (entry === undefined)
        return list.measurementsCache[list.indexFromElement(element)]?.size ?? guess;
      const height = measureElement(element, entry, list);
      lastHeights.set(name, height);
      return height;
    },
  });
  useScrollToRow(path, (index) => {
    const at = indexes.indexOf(index);
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'center' });
  });

  return (
    // It only hears which row has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      role="list"
      className={styles.window}
      style={{ height: BOX_HEIGHT }}
      tabIndex={-1}
      onFocus={keepFocused}
    >
      <div className={styles.strip} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            role="listitem"
            aria-posinset={item.index + 1}
            aria-setsize={ids.length}
            className={styles.windowed}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {row(indexes[item.index]!)}
          </div>
        ))}
      </div>
    </div>
  );
}
