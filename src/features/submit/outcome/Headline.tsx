import clsx from 'clsx';
import {
  CircleAlert,
  CircleCheck,
  CircleHelp,
  CircleX,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import type { HeadlineWords } from '../words/headline-words.ts';
import styles from './outcome.module.css';

const icons: Record<HeadlineWords['tone'], LucideIcon> = {
  good: CircleCheck,
  bad: CircleX,
  open: CircleHelp,
  caution: CircleAlert,
  busy: LoaderCircle,
};

/** The outcome in one sentence. `isQuiet` for a past outcome. */
export function Headline({ tone, text, help, isQuiet }: HeadlineWords & { isQuiet?: boolean }) {
  const Icon = icons[tone];
  return (
    <>
      <div className={clsx(styles.headline, isQuiet ? styles.quiet : styles[tone])}>
        <Icon size={isQuiet ? 16 : 18} aria-hidden />
        <span>{text}</span>
      </div>
      {help && <div className={styles.note}>{help}</div>}
    </>
  );
}
