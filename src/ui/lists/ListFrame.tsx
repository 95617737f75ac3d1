import clsx from 'clsx';
import type { ReactNode } from 'react';
import type { Issue } from '#src/domain/core/issue.ts';
import { IssueLines } from '#src/ui/field/IssueLine.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './list.module.css';

interface ListFrameProps {
  /** Id of the heading, which names the list. */
  headingId: string;
  level: 'h2' | 'h3' | 'h4';
  /** True where the heading looks like the label of a field: its rows are single inputs. */
  isPlain?: boolean;
  label: string;
  /** A small word behind the label, such as the generation of the API. */
  mark?: string | undefined;
  count: number;
  help?: string | undefined;
  /** Shown while there are no rows. */
  empty?: string | undefined;
  /** True for a list that is no more than a line while it has no rows. */
  folds?: boolean;
  /** What adds rows; nothing while the document is read-only. */
  adding: ReactNode;
  /** Follows the count of rows in the heading. */
  afterCount?: ReactNode;
  /** Problems of the list as a whole. */
  issues: readonly Issue[];
  children: ReactNode;
}

/** Heading, helper text, rows and what adds one: the frame around every list. */
export function ListFrame(props: ListFrameProps) {
  const { headingId, help, count, empty, folds, adding, issues, children } = props;
  const problems = issues.length > 0 && (
    <div className={styles.problems}>
      <IssueLines issues={issues} />
    </div>
  );
  if (folds && count === 0) {
    return (
      <div role="group" aria-labelledby={headingId}>
        <div className={styles.folded}>
          <Heading {...props} />
          {empty && <div className={styles.quiet}>{empty}</div>}
          <div className={styles.atEnd}>{adding}</div>
        </div>
        {problems}
        {children}
      </div>
    );
  }
  return (
    <div role="group" aria-labelledby={headingId}>
      <div className={styles.top}>
        <Heading {...props} />
      </div>
      {help && <div className={clsx(styles.small, styles.help)}>{help}</div>}
      {problems}
      {count === 0 && empty && <div className={clsx(styles.quiet, styles.empty)}>{empty}</div>}
      {children}
      {adding && <div className={styles.adding}>{adding}</div>}
    </div>
  );
}

function Heading(props: ListFrameProps) {
  const { headingId, level: Level, isPlain, label, mark, count, afterCount } = props;
  const t = useWords();
  return (
    <div className={styles.heading}>
      <Level id={headingId} className={clsx(styles.label, isPlain && styles.plain)}>
        {label}
      </Level>
      {mark && <span className={styles.small}>{mark}</span>}
      {count > 0 && <span className={styles.small}>{t('list.count', { count })}</span>}
      {afterCount}
    </div>
  );
}
