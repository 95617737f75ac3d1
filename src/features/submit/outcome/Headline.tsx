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

const icons: Record<HeadlineWords['look'], LucideIcon> = {
  good: CircleCheck,
  bad: CircleX,
  open: CircleHelp,
  caution: CircleAlert,
  busy: LoaderCircle,
};

/** The outcome in one sentence, read out when it changes. `isQuiet` for a past outcome. */
export function Headline({ look, text, help, isQuiet }: HeadlineWords & { isQuiet?: boolean }) {
  const Icon = icons[look];
  return (
    <>
      <div className={clsx(styles.headline, isQuiet ? styles.quiet : styles[look])}>
        <Icon size={isQuiet ? 16 : 18} aria-hidden />
        <span>{text}</span>
      </div>
      {help && <div className={styles.note}>{help}</div>}
    </>
  );
}
