import {
  defaultRangeExtractor,
  elementScroll,
  measureElement,
  useVirtualizer,
  type Range,
} from '@tanstack/react-virtual';
import { memo, useCallback, useRef, useState, type FocusEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { Path } from '#src/json/path.ts';
import { useScrollToRow } from '#src/ui/focus/scroll-to-row.ts';
import styles from './rows.module.css';
import { useFewAtOnce } from './use-few-at-once.ts';

interface WindowedRowsProps {
  path: Path;
  /** Row ids in display order. */
  ids: readonly string[];
  /** Document index of each row. */
  indexes: readonly number[];
  rowHeight: number;
  row: (index: number) => ReactNode;
}

/** A known height, pixels, so that the list can render without measuring its box first. */
const MIN_HEIGHT = 560;
/** Pixels that the bars and the frame of the list take from the window. */
const AROUND = 340;

/**
 * The last measured row height by list name. With the right initial height, a list renders once; with an estimate, it
 * renders again after measuring.
 */
const lastHeights = new Map<string, number>();

/**
 * Rows of a long list in a scroll container. Only rows in view and one on each side are rendered, so that a key press
 * costs the same with 10 rows and with 1000. The row that last had the focus stays rendered, so that the user can keep
 * typing into it or moving it.
 */
export function WindowedRows({ path, ids, indexes, rowHeight, row }: WindowedRowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const name = String(path.at(-1));
  // Constant for the lifetime of the list: another estimate would move every unmeasured row.
  const [estimate] = useState(() => lastHeights.get(name) ?? rowHeight);
  const [height] = useState(() => Math.max(MIN_HEIGHT, window.innerHeight - AROUND));
  const [target, setTarget] = useState({ position: 0 });
  const focused = useRef<string>(undefined);
  const rememberFocus = (event: FocusEvent) => {
    const index = event.target.closest<HTMLElement>('[data-index]')?.dataset.index;
    if (index !== undefined) focused.current = ids[Number(index)];
  };
  // Depends on `ids`, so that the range is computed again when the rows change but the visible positions do not.
  const rowsToRender = useCallback(
    (range: Range) => {
      const inView = defaultRangeExtractor(range);
      const position = focused.current === undefined ? -1 : ids.indexOf(focused.current);
      if (position < 0 || inView.includes(position)) return inView;
      return position < range.startIndex ? [position, ...inView] : [...inView, position];
    },
    [ids],
  );
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => box.current,
    estimateSize: () => estimate,
    getItemKey: (position) => ids[position]!,
    overscan: 1,
    rangeExtractor: rowsToRender,
    initialRect: { width: 0, height },
    observeElementRect: () => undefined,
    scrollToFn: scrollUnlessNew,
    // The observer reports before the frame is painted. Measuring each new row here would force a layout.
    measureElement: (element, entry, list) => {
      if (entry === undefined)
        return list.measurementsCache[list.indexFromElement(element)]?.size ?? estimate;
      const measured = measureElement(element, entry, list);
      lastHeights.set(name, measured);
      return measured;
    },
  });
  useScrollToRow(path, (index) => {
    const position = indexes.indexOf(index);
    const place = virtualizer.measurementsCache[position];
    if (place === undefined) return;
    const end = Math.max(0, virtualizer.getTotalSize() - height);
    // Renders the rows before it scrolls, so that the browser lays out the list once and the row can be focused at once.
    virtualizer.scrollOffset = Math.min(end, Math.max(0, place.start + (place.size - height) / 2));
    flushSync(() => setTarget({ position }));
    box.current?.scrollTo({ top: virtualizer.scrollOffset });
  });
  const items = useFewAtOnce(virtualizer.getVirtualItems(), target.position);

  return (
    // Only observes which row has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      role="list"
      className={styles.window}
      style={{ height }}
      tabIndex={-1}
      onFocus={rememberFocus}
    >
      <div className={styles.strip} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => (
          <WindowedRow
            key={item.key}
            position={item.index}
            start={item.start}
            total={ids.length}
            measure={virtualizer.measureElement}
            index={indexes[item.index]!}
            row={row}
          />
        ))}
      </div>
    </div>
  );
}

const scrolledLists = new WeakSet<object>();

/** A new list is at its begin already: scrolling there would only force a layout. */
const scrollUnlessNew: typeof elementScroll = (offset, options, list) => {
  if (offset > 0) scrolledLists.add(list);
  if (scrolledLists.has(list) || list.scrollOffset !== 0) elementScroll(offset, options, list);
};

interface WindowedRowProps {
  position: number;
  /** Pixels from the begin of the list. */
  start: number;
  total: number;
  measure: (element: HTMLElement | null) => void;
  index: number;
  row: (index: number) => ReactNode;
}

/** Scrolling and measuring render only the rows that are new or have moved. */
const WindowedRow = memo(function WindowedRow(props: WindowedRowProps) {
  const { position, start, total, measure, index, row } = props;
  return (
    <div
      ref={measure}
      data-index={position}
      role="listitem"
      aria-posinset={position + 1}
      aria-setsize={total}
      className={styles.windowed}
      style={{ transform: `translateY(${start}px)` }}
    >
      {row(index)}
    </div>
  );
});
