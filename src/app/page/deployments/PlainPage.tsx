import type { ReactNode } from 'react';
import { SmallBar } from '../bar/SmallBar.tsx';
import { ConnectionDialogs } from '../connection/ConnectionDialogs.tsx';
import { ConnectionProvider } from '../connection/ConnectionProvider.tsx';
import styles from './deployment-host.module.css';

interface PlainPageProps {
  /** Links to the other pages. */
  ways?: ReactNode;
  children: ReactNode;
}

/** A page without a form, with the connection and the switches. */
export function PlainPage({ ways, children }: PlainPageProps) {
  return (
    <ConnectionProvider>
      <SmallBar />
      <main className={styles.page}>
        {ways}
        {children}
      </main>
      <ConnectionDialogs />
    </ConnectionProvider>
  );
}
