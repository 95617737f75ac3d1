import type { ReactNode } from 'react';
import styles from './sign-in-notice.module.css';

/** The reserved place of a `SignInNotice`, so that the form does not move when the notice appears or disappears. */
export function SignInSlot({ children }: { children: ReactNode }) {
  return <div className={styles.slot}>{children}</div>;
}
