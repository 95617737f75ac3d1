import type { ReactNode } from 'react';
import styles from './switcher.module.css';

/** The containers above the parts of the open one, or beside them if there is room. */
export function ContainerColumns({
  switcher,
  children,
}: {
  switcher: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={styles.columns}>
      {switcher}
      <div>{children}</div>
    </div>
  );
}
