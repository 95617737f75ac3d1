import Box from '@mui/material/Box';
import { measureElement, useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import type { Path } from '#src/document/path.ts';
import { useReach } from './reach.ts';

interface WindowedRowsProps {
  path: Path;
  /** Row ids in the order shown. */
  ids: readonly string[];
  /** Index in the document of each row shown. */
  indexes: readonly number[];
  rowHeight: number;
  row: (index: number) => ReactNode;
}

/**
 * Rows of a long list in a scroll box of their own; only those in view and one more on each side are
 * drawn, so that a key costs the same with 10 rows and with 1000.
 */
export function WindowedRows({ path, ids, indexes, rowHeight, row }: WindowedRowsProps) {
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => ids[at]!,
    overscan: 1,
    // The observer tells before the frame is painted; to ask each new row would have the page laid out for it.
    measureElement: (element, entry, list) =>
      entry === undefined
        ? (list.measurementsCache[list.indexFromElement(element)]?.size ?? rowHeight)
        : measureElement(element, entry, list),
  });
  useReach(path, (index) => {
    const at = indexes.indexOf(index);
    if (at >= 0) virtualizer.scrollToIndex(at, { align: 'center' });
  });

  return (
    <Box
      ref={box}
      role="list"
      sx={{ maxHeight: 560, overflowY: 'auto', pr: 1, mr: -1, contain: 'strict', height: 560 }}
      tabIndex={-1}
    >
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            role="listitem"
            aria-posinset={item.index + 1}
            aria-setsize={ids.length}
            style={{
              position: 'absolute',
              top: 0,
              left: 0,
              right: 0,
              transform: `translateY(${item.start}px)`,
            }}
          >
            {row(indexes[item.index]!)}
          </div>
        ))}
      </div>
    </Box>
  );
}
