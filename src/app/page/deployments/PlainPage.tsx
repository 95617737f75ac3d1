import { Boxes } from 'lucide-react';
import type { ReactNode } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import { TargetChip } from '#src/features/connection/chip/TargetChip.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { LanguageSwitch } from '../bar/LanguageSwitch.tsx';
import { ThemeSwitch } from '../bar/ThemeSwitch.tsx';
import { ConnectionDialogs } from '../connection/ConnectionDialogs.tsx';
import { ConnectionProvider } from '../connection/ConnectionProvider.tsx';
import styles from './deployment-host.module.css';

const ConnectionBadges = lazyPart(
  async () => (await import('../connection/ConnectionBadges.tsx')).ConnectionBadges,
);

interface PlainPageProps {
  /** Links to the other pages. */
  ways: ReactNode;
  children: ReactNode;
}

/** A page without a form, with the connection and the switches. */
export function PlainPage({ ways, children }: PlainPageProps) {
  return (
    <ConnectionProvider>
      <Bar />
      <main className={styles.page}>
        {ways}
        {children}
      </main>
      <ConnectionDialogs />
    </ConnectionProvider>
  );
}

function Bar() {
  const t = useWords();
  const isKnown = useConnection().targetState.state === 'known';
  return (
    <header className={styles.bar}>
      <div className={styles.product}>
        <Boxes size={22} aria-hidden />
        <span className={styles.productName}>{t('app.name')}</span>
      </div>
      {isKnown && (
        <PartBoundary>
          <ConnectionBadges />
        </PartBoundary>
      )}
      <TargetChip />
      <div className={styles.switches}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}
