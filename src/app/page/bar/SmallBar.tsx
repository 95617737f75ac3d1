import type { ReactNode } from 'react';
import { useConnection } from '#src/client/connection/connection.ts';
import { TargetChip } from '#src/features/connection/chip/TargetChip.tsx';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { MainLinks } from './MainLinks.tsx';
import { Product } from './Product.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import styles from './small-bar.module.css';

const ConnectionBadges = lazyPart(
  async () => (await import('../connection/ConnectionBadges.tsx')).ConnectionBadges,
);

/** The top bar of the pages without a draft: the product, the other pages, `children`, the target and the switches. */
export function SmallBar({ children }: { children?: ReactNode }) {
  const isKnown = useConnection().targetState.state === 'known';
  return (
    <header className={styles.bar}>
      <Product />
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
