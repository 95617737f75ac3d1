import type { ReactNode } from 'react';
import { CountBadge } from '#src/ui/blocks/CountBadge.tsx';
import type { IssueCounts } from '#src/ui/editing/issues/count-issues.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './review.module.css';

interface ReviewCardProps {
  title: string;
  /** Small words before the title. */
  mark?: string | false;
  /** Below the title. */
  under?: ReactNode;
  counts?: IssueCounts;
  /** The accessible name of the button that leads to the fields. */
  editLabel: string;
  onEdit: () => void;
  children: ReactNode;
}

/** One part of the document: a card with its name, its problems and the way to its fields. */
export function ReviewCard(props: ReviewCardProps) {
  const { title, mark, under, counts, editLabel, onEdit, children } = props;
  return (
    <section aria-label={title} className={styles.card}>
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

/** Leads to the fields of what stands beside it. */
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
