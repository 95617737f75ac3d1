import type { ReactNode } from 'react';
import { useIsPainted } from '#src/ui/timing/use-is-painted.ts';
import { useContainers } from '#src/features/wizard/view.ts';
import styles from './switcher.module.css';

/** More containers take most of the window, and the parts of the open one are below them. */
const MANY = 4;

/** The containers above the parts of the open one, or beside them if there is room. */
export function ContainerColumns({
  switcher,
  children,
}: {
  switcher: ReactNode;
  children: ReactNode;
}) {
  const hasMany = useContainers().length >= MANY;
  const isPainted = useIsPainted();
  return (
    <div className={styles.columns}>
      {switcher}
      <div>{(isPainted || !hasMany) && children}</div>
    </div>
  );
}
