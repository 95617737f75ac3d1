import clsx from 'clsx';
import { FlaskConical, Radio } from 'lucide-react';
import type { Target } from '#src/client/targets/targets.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './target.module.css';

export const kindIcons = { live: Radio, mock: FlaskConical } as const;

/** Mock or live, distinguished by icon, word and color. */
export function TargetKind({ kind }: { kind: Target['kind'] }) {
  const t = useWords();
  const Icon = kindIcons[kind];
  return (
    <span className={clsx(styles.kind, styles[kind])}>
      <Icon size={16} aria-hidden className={styles.icon} />
      {t(`connection.${kind}`)}
    </span>
  );
}
