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
import type { Tone } from '#src/domain/health/deployment-state.ts';
import styles from './state.module.css';

const icons: Record<Tone, LucideIcon> = {
  good: CircleCheck,
  bad: CircleX,
  caution: CircleAlert,
  busy: LoaderCircle,
  quiet: CircleDashed,
};

/** An icon whose form differs by tone, not only its color. */
export function StateMark({ tone, size = 16 }: { tone: Tone; size?: number }) {
  const Icon = icons[tone];
  return <Icon size={size} aria-hidden className={styles[tone]} />;
}

/** A state in words, with the icon of its tone. */
export function StateWord({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={clsx(styles.state, styles[tone])}>
      <StateMark tone={tone} />
      <span>{children}</span>
    </span>
  );
}
