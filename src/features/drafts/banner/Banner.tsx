import clsx from 'clsx';
import { CircleAlert, Info, Lock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { keepRowFocus } from '#src/ui/focus/keep-row-focus.ts';
import styles from './drafts.module.css';

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info, locked: Lock } as const;

interface BannerProps {
  look: keyof typeof icons;
  title: string;
  help: string;
  /** Buttons, right of the text or below it. */
  actions?: ReactNode;
  /** More content, below the text at full width. */
  children?: ReactNode;
}

/** A message about the whole form, above its fields. Errors are read out at once. */
export function Banner({ look, title, help, actions, children }: BannerProps) {
  const Icon = icons[look];
  return (
    <div
      role={look === 'error' ? 'alert' : 'status'}
      ref={keepRowFocus}
      className={clsx(styles.banner, styles[look])}
    >
      <div className={styles.header}>
        <div className={styles.message}>
          <Icon size={18} aria-hidden />
          <div className={styles.text}>
            <strong>{title}</strong> {help}
          </div>
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      <div className={styles.content}>{children}</div>
    </div>
  );
}
