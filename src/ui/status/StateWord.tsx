import clsx from 'clsx';
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleX,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './status.module.css';

/** How good a state is. */
export type StateTone = 'good' | 'bad' | 'caution' | 'busy' | 'quiet';

const icons: Record<StateTone, LucideIcon> = {
  good: CircleCheck,
  bad: CircleX,
  caution: CircleAlert,
  busy: LoaderCircle,
  quiet: CircleDashed,
};

/** An icon whose form differs by tone, not only its color. */
export function StateMark({ tone, size = 16 }: { tone: StateTone; size?: number }) {
  const Icon = icons[tone];
  return <Icon size={size} aria-hidden className={styles[tone]} />;
}

/** A state in words, with the icon of its tone. */
export function StateWord({ tone, children }: { tone: StateTone; children: ReactNode }) {
  return (
    <span className={clsx(styles.state, styles[tone])}>
      <StateMark tone={tone} />
      <span>{children}</span>
    </span>
  );
}
