import clsx from 'clsx';
import styles from './chip.module.css';

interface ChipTextProps {
  kind: string;
  label: string;
  /** Empty facts are omitted. */
  facts: readonly string[];
  isKnown: boolean;
}

/** Kind and label, with the facts below. */
export function ChipText({ kind, label, facts, isKnown }: ChipTextProps) {
  return (
    <span className={clsx(styles.text, !isKnown && styles.wideOnly)}>
      <span className={styles.line}>
        <span className={styles.kind}>{kind}</span>
        <span className={styles.label}>{label}</span>
      </span>
      <span className={clsx(styles.line, styles.facts, styles.wideOnly)}>
        {facts.filter(Boolean).join(' · ')}
      </span>
    </span>
  );
}
