import clsx from 'clsx';
import type { DOMAttributes, ReactNode } from 'react';
import type { Issue } from '#src/domain/core/issue.ts';
import type { Path } from '#src/json/path.ts';
import { ReferenceLink } from '#src/ui/field/ReferenceLink.tsx';
import { IssueLines } from '#src/ui/field/IssueLine.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './list.module.css';
import type { RowLayout } from './Row.tsx';

interface ListFrameProps {
  /** Id of the heading, which labels the list. */
  headingId: string;
  level: 'h2' | 'h3' | 'h4';
  /** `inline`, `cell`: the heading looks like a field label. `table`: fills a card, with the buttons in the title row. */
  layout?: RowLayout;
  /** Handles copy and paste of rows. */
  clipboard?: Pick<DOMAttributes<HTMLElement>, 'onCopy' | 'onPasteCapture'>;
  /** Links to the list in the reference. */
  path?: Path;
  label: string;
  /** A note after the label, such as the API generation. */
  mark?: string | undefined;
  count: number;
  help?: string | undefined;
  /** Shown while the list is empty. */
  empty?: string | undefined;
  /** Reduces an empty list to one line. */
  compactWhenEmpty?: boolean;
  /** Omitted while the document is read-only. */
  addButton: ReactNode;
  /** Follows the row count in the heading. */
  afterCount?: ReactNode;
  /** Issues of the list as a whole. */
  issues: readonly Issue[];
  children: ReactNode;
}

/** Heading, help, rows and add button: the frame around every list. */
export function ListFrame(props: ListFrameProps) {
  const { headingId, help, count, empty, compactWhenEmpty, addButton, issues, children } = props;
  const problems = issues.length > 0 && (
    <div className={styles.problems}>
      <IssueLines issues={issues} />
    </div>
  );
  if (compactWhenEmpty && count === 0) {
    return (
      <div role="group" aria-labelledby={headingId} {...props.clipboard}>
        <div className={styles.folded}>
          <Heading {...props} />
          {empty && <div className={styles.quiet}>{empty}</div>}
          <div className={styles.atEnd}>{addButton}</div>
        </div>
        {problems}
        {children}
      </div>
    );
  }
  if (props.layout === 'table') {
    return (
      <div role="group" aria-labelledby={headingId} {...props.clipboard} className={styles.table}>
        <div className={styles.titleRow}>
          <Heading {...props} />
          <div className={styles.atEnd}>{addButton}</div>
        </div>
        {count === 0 && empty && <div className={styles.emptyTable}>{empty}</div>}
        {count > 0 && help && <div className={clsx(styles.small, styles.tableHelp)}>{help}</div>}
        {problems && <div className={styles.inset}>{problems}</div>}
        {children}
      </div>
    );
  }
  if (props.layout === 'cell') {
    return (
      <div role="group" aria-labelledby={headingId} {...props.clipboard} className={styles.cell}>
        <Heading {...props} />
        {problems}
        {children}
        {addButton && <div className={styles.cellAdd}>{addButton}</div>}
      </div>
    );
  }
  return (
    <div role="group" aria-labelledby={headingId} {...props.clipboard}>
      <div className={styles.top}>
        <Heading {...props} />
      </div>
      {help && <div className={clsx(styles.small, styles.help)}>{help}</div>}
      {problems}
      {count === 0 && empty && <div className={clsx(styles.quiet, styles.empty)}>{empty}</div>}
      {children}
      {addButton && <div className={styles.adding}>{addButton}</div>}
    </div>
  );
}

function Heading(props: ListFrameProps) {
  const { headingId, level: Level, layout, path, label, mark, count, afterCount } = props;
  const t = useWords();
  const isField = layout === 'inline' || layout === 'cell';
  return (
    <div className={styles.heading}>
      <Level id={headingId} className={clsx(styles.label, isField && styles.plain)}>
        {label}
      </Level>
      {mark && <span className={styles.small}>{mark}</span>}
      {count > 0 && <span className={styles.small}>{t('list.count', { count })}</span>}
      {afterCount}
      {path && <ReferenceLink path={path} />}
    </div>
  );
}
