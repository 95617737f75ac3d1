import clsx from 'clsx';
import type { CSSProperties, ReactNode } from 'react';
import styles from './fields.module.css';

interface FieldGridProps {
  children: ReactNode;
  /** Default: one column, or two on wide screens. */
  columns?: 1 | 2 | 3;
}

export function FieldGrid({ children, columns }: FieldGridProps) {
  return (
    <div
      className={clsx(styles.fields, columns === undefined && styles.growing)}
      style={{ '--columns': columns ?? 1 } as CSSProperties}
    >
      {children}
    </div>
  );
}

/** Spans all columns of the surrounding grid. */
export function FullWidth({ children }: { children: ReactNode }) {
  return <div className={styles.fullWidth}>{children}</div>;
}

/** A note after a heading. */
export function Mark({ children }: { children: string }) {
  return <span className={styles.mark}>{children}</span>;
}
