import type { CSSProperties, ReactNode } from 'react';
import type { Path } from '#src/json/path.ts';
import { ReferenceLink } from '#src/ui/field/ReferenceLink.tsx';
import styles from './rows.module.css';

/** A column of a list. */
export interface Column {
  readonly label: string;
  /** A track of CSS grid. */
  readonly width: string;
  readonly isRequired?: boolean;
  /** Links to the field in the reference, which has its rules. */
  readonly field?: Path;
}

interface HeadedRowsProps {
  /** Omitted for a list of cards, which has no header row. */
  columns: readonly Column[] | undefined;
  /** Width of the buttons of a row, if it has fewer than a list. */
  actionsWidth?: string;
  /** Draws a line around a table that does not fill a card. */
  isBoxed: boolean;
  count: number;
  children: ReactNode;
}

/** Rows below one header row. Screen readers get the label of each control instead of the header. */
export function HeadedRows({ columns, actionsWidth, isBoxed, count, children }: HeadedRowsProps) {
  if (columns === undefined) return children;
  const style = {
    '--columns': columns.map(({ width }) => width).join(' '),
    '--actions': actionsWidth ?? '116px',
  } as CSSProperties;
  return (
    <div style={style} className={isBoxed && count > 0 ? styles.box : undefined}>
      {count > 0 && (
        <div aria-hidden className={styles.header}>
          <div className={styles.headerCells}>
            {columns.map(({ label, isRequired, field }) => (
              <span key={label}>
                <span className={styles.headerLabel}>{label}</span>
                {isRequired && <span className={styles.star}>*</span>}
                {field && <ReferenceLink path={field} />}
              </span>
            ))}
          </div>
        </div>
      )}
      {children}
    </div>
  );
}
