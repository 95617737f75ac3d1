import type { CSSProperties, ReactNode } from 'react';
import styles from './fields.module.css';

/** Fields in one to three columns, at the distance of the grid. */
export function FieldGrid({ children, columns = 1 }: { children: ReactNode; columns?: 1 | 2 | 3 }) {
  return (
    <div className={styles.fields} style={{ '--columns': columns } as CSSProperties}>
      {children}
    </div>
  );
}

/** All columns of the fields around it. */
export function Whole({ children }: { children: ReactNode }) {
  return <div className={styles.whole}>{children}</div>;
}

/** Quiet words behind a heading. */
export function Mark({ children }: { children: string }) {
  return <span className={styles.mark}>{children}</span>;
}

/** A part of a step under a heading of its own. */
export function Section({
  title,
  mark,
  help,
  children,
}: {
  title?: string;
  /** Quiet words behind the title. */
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
