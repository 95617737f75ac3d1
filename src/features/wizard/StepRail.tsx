import { CircleCheck } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { countBySeverity } from '#src/domain/core/issue.ts';
import { CountBadge } from '#src/ui/CountBadge.tsx';
import { useAllIssues, useIsJudged, useIsRevealed } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words.ts';
import styles from './rail.module.css';
import { stepIds, stepOf, type StepId } from './steps.ts';

/** The steps with their counts of problems: a rail at wide screens, a bar that scrolls sideways below. */
export function StepRail({ step }: { step: StepId }) {
  const t = useWords();
  const list = useRef<HTMLOListElement>(null);
  const last = useRef<StepId>('basics');
  useEffect(() => {
    // The first step is in view already: to ask would have the page laid out before it is painted.
    if (last.current === step) return;
    last.current = step;
    const current = list.current?.querySelector('[aria-current]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [step]);
  return (
    <nav aria-label={t('wizard.steps')} className={styles.rail}>
      <ol ref={list} className={styles.list}>
        {stepIds.map((id, at) => (
          <RailEntry key={id} id={id} number={at + 1} isCurrent={id === step} />
        ))}
      </ol>
    </nav>
  );
}

interface RailEntryProps {
  id: StepId;
  number: number;
  isCurrent: boolean;
}

const RailEntry = memo(function RailEntry({ id, number, isCurrent }: RailEntryProps) {
  const t = useWords();
  const isRevealed = useIsRevealed(id);
  const isJudged = useIsJudged();
  const all = useAllIssues();
  const own = id === 'review' ? [] : all.filter((issue) => stepOf(issue.path) === id);
  const { error, warning } = countBySeverity(own);
  const isDone = error + warning === 0 && id !== 'review' && isRevealed && isJudged;
  return (
    <li>
      <Link
        href={`/new/${id}`}
        aria-current={isCurrent ? 'step' : undefined}
        className={styles.entry}
      >
        <span aria-hidden className={styles.number}>
          {isDone ? <CircleCheck size={16} className={styles.done} /> : number}
        </span>
        <span className={styles.title}>{t(`step.${id}.title`)}</span>
        <span className={id === 'review' ? undefined : styles.count}>
          <CountBadge errors={error} warnings={warning} quiet={!isRevealed} />
        </span>
      </Link>
    </li>
  );
});
