import type { CSSProperties, ReactNode } from 'react';
import styles from './fields.module.css';

export function FieldGrid({ children, columns = 1 }: { children: ReactNode; columns?: 1 | 2 | 3 }) {
  return (
    <div className={styles.fields} style={{ '--columns': columns } as CSSProperties}>
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
