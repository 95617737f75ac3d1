import IconButton from '@mui/material/IconButton';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { listWords as words } from '../words/list-words.ts';
import type { cutRows } from './list-filter.ts';
import styles from './list.module.css';

interface PagerProps {
  shown: ReturnType<typeof cutRows>;
  total: number;
  onPage: (page: number) => void;
}

/** Which rows are shown, and the way to the others. */
export function Pager({ shown, total, onPage }: PagerProps) {
  const translate = useTranslate();
  const { page, pageCount, start, rows } = shown;
  const buttons = [
    { to: page - 1, isOff: page === 1, words: words.previous, Icon: ChevronLeft },
    { to: page + 1, isOff: page === pageCount, words: words.next, Icon: ChevronRight },
  ];
  return (
    <nav aria-label={translate(words.pages)} className={styles.pager}>
      <span role="status" className={styles.small}>
        {translate(words.range(start + 1, start + rows.length, total))}
      </span>
      {pageCount > 1 &&
        buttons.map(({ to, isOff, words: label, Icon }) => (
          <IconButton
            key={label.en}
            size="small"
            aria-label={translate(label)}
            title={translate(label)}
            // Still focusable, so that the focus stays when the last page is reached.
            aria-disabled={isOff}
            className={styles.pageButton}
            onClick={() => {
              if (!isOff) onPage(to);
            }}
          >
            <Icon size={18} aria-hidden />
          </IconButton>
        ))}
    </nav>
  );
}
