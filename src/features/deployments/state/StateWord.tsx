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

/** A state in words, with an icon whose form differs by tone, not only its color. */
export function StateWord({ tone, children }: { tone: Tone; children: ReactNode }) {
  const Icon = icons[tone];
  return (
    <span className={clsx(styles.state, styles[tone])}>
      <Icon size={16} aria-hidden />
      <span>{children}</span>
    </span>
  );
}
