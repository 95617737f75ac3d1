import { Boxes } from 'lucide-react';
import type { ReactNode } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import { TargetChip } from '#src/features/connection/chip/TargetChip.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { MainLinks } from './MainLinks.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import styles from './small-bar.module.css';

const ConnectionBadges = lazyPart(
  async () => (await import('../connection/ConnectionBadges.tsx')).ConnectionBadges,
);

/** The top bar of the pages without a draft: the product, the other pages, `children`, the target and the switches. */
export function SmallBar({ children }: { children?: ReactNode }) {
  const t = useWords();
  const isKnown = useConnection().targetState.state === 'known';
  return (
    <header className={styles.bar}>
      <div className={styles.product}>
        <Boxes size={22} aria-hidden />
        <span className={styles.productName}>{t('app.name')}</span>
      </div>
      <MainLinks />
      <div className={styles.middle}>{children}</div>
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
