import clsx from 'clsx';
import type { Text } from '#src/domain/core/text.ts';
import { formatPath } from '#src/json/path.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { GrowingList } from '../GrowingList.tsx';
import type { FirstItems } from '../first-items.ts';
import styles from './diff.module.css';
import type { DiffRow } from './diff-rows.ts';

const kinds: Readonly<Record<DiffRow['kind'], Text>> = {
  added: { en: 'added', zh: '新增' },
  removed: { en: 'removed', zh: '删除' },
  changed: { en: 'changed', zh: '修改' },
  moved: { en: 'moved', zh: '移动' },
};

const same: Text = { en: 'The documents are the same.', zh: '两份文档相同。' };

/** The differences between two documents by path, with old and new values. */
export function DocumentDiff({ changes }: { changes: FirstItems<DiffRow> }) {
  const translate = useTranslate();
  if (changes.count === 0) return <p className={styles.same}>{translate(same)}</p>;
  return (
    <GrowingList
      list={changes}
      className={styles.list}
      row={(row, at) => (
        <li key={`${formatPath(row.path)} ${at}`} className={clsx(styles.row, styles[row.kind])}>
          <div className={styles.head}>
            <span className={styles.kind}>{translate(kinds[row.kind])}</span>{' '}
            <code className={styles.path}>{formatPath(row.path)}</code>
          </div>
          {row.from !== undefined && (
            <div className={styles.from}>
              {translate({ en: `was row ${row.from + 1}`, zh: `原为第 ${row.from + 1} 行` })}
            </div>
          )}
          {row.before !== undefined && <del className={styles.before}>{row.before}</del>}
          {row.after !== undefined && <ins className={styles.after}>{row.after}</ins>}
        </li>
      )}
    />
  );
}
