import type { ReactNode } from 'react';
import styles from '../layout/fields.module.css';

/** Indents the fields of a term, to tell nested lists apart. */
export function TermBody({ children }: { children: ReactNode }) {
  return <div className={styles.inset}>{children}</div>;
}
