import type { ReactNode } from 'react';
import { TargetChip } from '#src/features/connection/chip/TargetChip.tsx';
import { BadgesWhenKnown } from '../connection/BadgesWhenKnown.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { MainLinks } from './MainLinks.tsx';
import { Product } from './Product.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import styles from './small-bar.module.css';

/** The top bar of the pages without a draft: the product, the other pages, `children`, the target and the switches. */
export function SmallBar({ children }: { children?: ReactNode }) {
  return (
    <header className={styles.bar}>
      <Product />
      <MainLinks />
      <div className={styles.middle}>{children}</div>
      <BadgesWhenKnown />
      <TargetChip />
      <div className={styles.switches}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}
