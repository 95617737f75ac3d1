import { useState, type ReactNode } from 'react';
import { toPointer } from '#src/json/path.ts';
import { revealBefore } from '#src/ui/focus/reveal-before.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import type { Fact } from './model/facts.ts';
import styles from './review.module.css';
import { useReview } from './review-context.ts';
import { ValueText } from './ValueText.tsx';

/** Facts shown before the user asks for all. */
const MAX_FACTS = 40;

interface FactListProps {
  facts: readonly Fact[];
  /** More rows, shown after the facts. */
  children?: ReactNode;
  /** Shows the facts after the children instead. */
  isLast?: boolean;
}

/** A list of names and values. A long list is cut, with a button that shows the rest. */
export function FactList({ facts, children, isLast = false }: FactListProps) {
  const { formatter } = useReview();
  const t = useWords();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? facts : facts.slice(0, MAX_FACTS);
  if (facts.length === 0 && !children) return null;
  return (
    <>
      <dl tabIndex={facts.length > MAX_FACTS ? -1 : undefined} className={styles.facts}>
        {isLast && children}
        {shown.map(({ path, label, value, spec }) => (
          <FactRow key={toPointer(path)} label={label}>
            <ValueText formatted={formatter.value(value, spec)} />
          </FactRow>
        ))}
        {!isLast && children}
      </dl>
      {facts.length > shown.length && (
        <button
          type="button"
          className={styles.more}
          onClick={({ currentTarget }) => revealBefore(currentTarget, () => setShowsAll(true))}
        >
          {t('review.allRows', { count: facts.length })}
        </button>
      )}
    </>
  );
}

export function FactRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
