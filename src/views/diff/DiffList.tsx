import clsx from 'clsx';
import { Undo2 } from 'lucide-react';
import { formatPath } from '#src/json/path.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { GrowingList } from '../GrowingList.tsx';
import type { FirstItems } from '../first-items.ts';
import styles from './diff.module.css';
import type { DiffRow } from './diff-rows.ts';
import { diffWords } from './diff-words.ts';

interface DiffListProps {
  changes: FirstItems<DiffRow>;
  form: 'sentences' | 'paths';
  /** Takes one change back. */
  onRevert?: ((row: DiffRow, at: number) => void) | undefined;
  /** True while the next differences are being found. */
  isBusy?: boolean;
}

/** The differences between two documents, in sentences or by path with old and new values. */
export function DiffList({ changes, form, onRevert, isBusy = false }: DiffListProps) {
  const translate = useTranslate();
  return (
    <GrowingList
      list={changes}
      className={styles.list}
      row={(row, at) => (
        <li key={`${formatPath(row.path)} ${at}`} className={clsx(styles.row, styles[row.kind])}>
          <div className={styles.head}>
            <span className={styles.kind}>{translate(diffWords.kinds[row.kind])}</span>{' '}
            {form === 'sentences' ? (
              <span className={styles.sentence}>{translate(row.sentence)}</span>
            ) : (
              <code className={styles.path}>{formatPath(row.path)}</code>
            )}
            {onRevert && (
              <button
                type="button"
                className={styles.revert}
                aria-label={translate(diffWords.revertOf(translate(row.sentence)))}
                aria-disabled={isBusy}
                onClick={() => !isBusy && onRevert(row, at)}
              >
                <Undo2 size={14} aria-hidden />
                {translate(diffWords.revert)}
              </button>
            )}
          </div>
          {form === 'paths' && <Values row={row} />}
        </li>
      )}
    />
  );
}

function Values({ row: { from, before, after } }: { row: DiffRow }) {
  const translate = useTranslate();
  return (
    <>
      {from !== undefined && (
        <div className={styles.from}>{translate(diffWords.wasRow(from + 1))}</div>
      )}
      {before !== undefined && <del className={styles.before}>{before}</del>}
      {after !== undefined && <ins className={styles.after}>{after}</ins>}
    </>
  );
}
