import { useEffect, useRef, type ReactNode } from 'react';
import styles from './page-head.module.css';

/** The heading of a page. It takes the focus, because the page replaces another one. */
export function PageHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.title}>
      {children}
    </h1>
  );
}
