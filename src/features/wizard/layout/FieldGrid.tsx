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
  return <div className={styles.whole}>{children}</div>;
}

/** A note after a heading. */
export function Mark({ children }: { children: string }) {
  return <span className={styles.mark}>{children}</span>;
}

export function Section({
  title,
  mark,
  help,
  children,
}: {
  title?: string;
  /** A note after the title. */
  mark?: string | undefined;
  help?: string;
  children: ReactNode;
}) {
  return (
    <section className={styles.section}>
      {title && (
        <h2 className={styles.heading}>
          {title}
          {mark && <Mark>{mark}</Mark>}
        </h2>
      )}
      {help && <p className={styles.help}>{help}</p>}
      {children}
    </section>
  );
}
