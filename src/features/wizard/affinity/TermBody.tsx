import type { ReactNode } from 'react';
import styles from '../layout/fields.module.css';

/** The fields of a term, set in, so that lists within lists are told apart. */
export function TermBody({ children }: { children: ReactNode }) {
  return <div className={styles.inset}>{children}</div>;
}
