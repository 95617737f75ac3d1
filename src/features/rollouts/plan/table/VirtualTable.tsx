import useMediaQuery from '@mui/material/useMediaQuery';
import { useVirtualizer, type Rect, type Virtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import { useCallback, useRef, type ReactNode } from 'react';
import styles from './table.module.css';

interface VirtualTableProps<R> {
  label: string;
  rows: readonly R[];
  /**
   * The same function in each rendering: the keys of all rows are computed again if it changes. Without it, elements
   * belong to positions, so the focus stays where it is if a row is removed.
   */
  rowKey?: (row: R) => string | number;
  /** Heading of each column; those of phones come first. */
  heads: readonly ReactNode[];
  /** The class that sets the widths of the columns. */
  columns: string | undefined;
  isMarked?: (row: R) => boolean;
  /** The cells of a row, one per heading. */
  cells: (row: R, index: number) => readonly ReactNode[];
}

const ROW_HEIGHT = 52;
/** Pixels: rows beyond these scroll inside the table. */
const MAX_HEIGHT = 468;

/**
 * Reports the size of a table after each layout. By default the library reads it as soon as the table is mounted, which
 * costs an extra layout of the whole page in the middle of a click.
 */
function observeSize(
  { scrollElement }: Virtualizer<HTMLDivElement, Element>,
  tell: (size: Rect) => void,
): (() => void) | undefined {
  if (scrollElement === null) return undefined;
  const observer = new ResizeObserver(([entry]) => {
    const { width, height } = entry!.contentRect;
    tell({ width: Math.round(width), height: Math.round(height) });
  });
  observer.observe(scrollElement);
  return () => observer.disconnect();
}

/** A table of up to 10,000 rows, of which only those in view are rendered. */
export function VirtualTable<R>(props: VirtualTableProps<R>) {
  // Rows are as high as their text on phones. The heights that were measured are no use afterwards.
  const isNarrow = useMediaQuery('(max-width: 599px)', { noSsr: true });
  return <Table key={String(isNarrow)} {...props} isMeasured={isNarrow} />;
}

function Table<R>(props: VirtualTableProps<R> & { isMeasured: boolean }) {
  const { label, rows, rowKey, heads, columns, isMarked, cells, isMeasured } = props;
  const box = useRef<HTMLDivElement>(null);
  const getItemKey = useCallback(
    (index: number) => (rowKey === undefined ? index : rowKey(rows[index]!)),
    [rows, rowKey],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey,
    overscan: 4,
    initialRect: { width: 0, height: MAX_HEIGHT },
    observeElementRect: observeSize,
  });
  return (
    <div role="table" aria-label={label} aria-rowcount={rows.length + 1} className={styles.table}>
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={clsx(styles.headRow, columns)}>
          {heads.map((head, index) => (
            // The columns never change places.
            <div key={index} role="columnheader">
              {head}
            </div>
          ))}
        </div>
      </div>
      <div
        ref={box}
        role="rowgroup"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
        tabIndex={0}
        aria-label={label}
        className={styles.scroll}
      >
        <div className={styles.strip} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index]!;
            return (
              <div
                key={item.key}
                ref={isMeasured ? virtualizer.measureElement : undefined}
                data-index={item.index}
                role="row"
                aria-rowindex={item.index + 2}
                className={clsx(styles.row, columns, isMarked?.(row) && styles.marked)}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {cells(row, item.index).map((cell, index) => (
                  <div key={index} role="cell" className={styles.cell}>
                    {cell}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
