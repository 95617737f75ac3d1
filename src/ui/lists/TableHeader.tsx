import type { CSSProperties } from 'react';
import styles from './rows.module.css';

/** A column of a list with the layout `table`. */
export interface Column {
  readonly label: string;
  /** A track of CSS grid. */
  readonly width: string;
  readonly isRequired?: boolean;
}

/** The header row of a table. Screen readers get the label of each control instead. */
export function TableHeader({ columns }: { columns: readonly Column[] }) {
  return (
    <div aria-hidden className={styles.header}>
      <div className={styles.headerCells}>
        {columns.map(({ label, isRequired }) => (
          <span key={label}>
            {label}
            {isRequired && <span className={styles.star}> *</span>}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Hands the column widths to the header and the rows inside an element. */
export function columnStyle(columns: readonly Column[] | undefined): CSSProperties | undefined {
  return columns && ({ '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties);
}
