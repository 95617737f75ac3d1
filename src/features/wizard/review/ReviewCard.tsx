import type { ReactNode } from 'react';
import { CountBadge } from '#src/ui/blocks/CountBadge.tsx';
import type { IssueCounts } from '#src/ui/editing/issues/count-issues.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './review.module.css';

interface ReviewCardProps {
  title: string;
  /** Accessible name, if another card has the same title. */
  name?: string;
  /** Label in front of the title. */
  mark?: string | false;
  /** Below the title. */
  under?: ReactNode;
  counts?: IssueCounts;
  /** Accessible name of the button that goes to the fields. */
  editLabel: string;
  onEdit: () => void;
  children: ReactNode;
}

/** A card with a title, issue counts and a link to the fields. */
export function ReviewCard(props: ReviewCardProps) {
  const { title, name = title, mark, under, counts, editLabel, onEdit, children } = props;
  return (
    <section aria-label={name} className={styles.card}>
      <div className={styles.head}>
        <div className={styles.names}>
          <h3 className={styles.title}>
            {mark && <span className={styles.mark}>{mark}</span>}
            {title}
          </h3>
          {under}
        </div>
        {counts && <CountBadge counts={counts} />}
        <EditButton label={editLabel} onClick={onEdit} />
      </div>
      {children}
    </section>
  );
}

export function EditButton({ label, onClick }: { label: string; onClick: () => void }) {
  const t = useWords();
  return (
    <button
      type="button"
      className={styles.edit}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {t('review.edit')}
    </button>
  );
}
