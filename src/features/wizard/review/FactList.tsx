import { useState, type ReactNode } from 'react';
import { toPointer } from '#src/json/path.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import type { Fact } from './facts.ts';
import styles from './review.module.css';
import { useReview } from './review-context.ts';
import { ValueText } from './ValueText.tsx';

/** Facts that are shown at first. */
const MAX_FACTS = 40;

interface FactListProps {
  facts: readonly Fact[];
  /** Further rows, behind the facts. */
  children?: ReactNode;
  /** True if the facts come last instead. */
  isLast?: boolean;
}

/** Names and values, one below the other; of many the first, and a button that shows all. */
export function FactList({ facts, children, isLast = false }: FactListProps) {
  const { formatter } = useReview();
  const t = useWords();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? facts : facts.slice(0, MAX_FACTS);
  if (facts.length === 0 && !children) return null;
  return (
    <>
      <dl className={styles.facts}>
        {isLast && children}
        {shown.map(({ path, label, value, spec }) => (
          <FactRow key={toPointer(path)} label={label}>
            <ValueText formatted={formatter.value(value, spec)} />
          </FactRow>
        ))}
        {!isLast && children}
      </dl>
      {facts.length > shown.length && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)}>
          {t('review.allRows', { count: facts.length })}
        </button>
      )}
    </>
  );
}

/** One name with its value. */
export function FactRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
