import { useRef, useState, type ReactNode } from 'react';
import { revealBefore } from '#src/ui/focus/reveal-before.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import type { FirstItems } from './first-items.ts';
import styles from './views.module.css';

/** The number of members shown at first, and added by each press of the button. */
const STEP = 100;

interface GrowingListProps<T> {
  list: FirstItems<T>;
  className?: string | undefined;
  row: (item: T, index: number) => ReactNode;
}

/** A list that shows its first members, and more on request: thousands of rows at once would block the page. */
export function GrowingList<T>({ list, className, row }: GrowingListProps<T>) {
  const translate = useTranslate();
  const [limit, setLimit] = useState(STEP);
  const { items, count } = list;
  const shown = Math.min(limit, items.length);
  const hidden = count - shown;
  const listRef = useRef<HTMLUListElement>(null);
  return (
    <>
      <ul ref={listRef} tabIndex={count > STEP ? -1 : undefined} className={className}>
        {items.slice(0, shown).map(row)}
      </ul>
      {hidden > 0 && (
        <div className={styles.more}>
          <span>
            {translate({ en: `${hidden} more not shown.`, zh: `还有 ${hidden} 项未显示。` })}
          </span>
          {shown < items.length && (
            <button
              type="button"
              className={styles.link}
              onClick={({ currentTarget }) =>
                revealBefore(currentTarget, () => setLimit(limit + STEP), listRef.current)
              }
            >
              {translate({ en: 'Show more', zh: '显示更多' })}
            </button>
          )}
        </div>
      )}
    </>
  );
}
