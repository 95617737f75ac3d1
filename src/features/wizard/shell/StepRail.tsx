import visuallyHidden from '@mui/utils/visuallyHidden';
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Path } from '#src/json/path.ts';
import { CountBadge } from '#src/ui/blocks/CountBadge.tsx';
import { useIsJudged, useIsVisited } from '#src/ui/editing/editor.ts';
import { useIssueCounts } from '#src/ui/editing/use-issue-counts.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './rail.module.css';
import { stepIds, stepOf, type StepId } from '../steps.ts';

/** The steps with their counts of problems: a rail at wide screens, a bar that scrolls sideways below. */
export function StepRail({ step }: { step: StepId }) {
  const t = useWords();
  const list = useRef<HTMLOListElement>(null);
  const last = useRef<StepId>('basics');
  useEffect(() => {
    // The first step is in view already: to ask would have the page laid out before it is painted.
    if (last.current === step) return;
    last.current = step;
    showCurrent(list.current);
  }, [step]);
  useEffect(() => {
    // As a bar the steps may end up narrower than they are long, with the current one out of sight.
    const onResize = () => showCurrent(list.current);
    window.addEventListener('resize', onResize);
    return () => window.removeEventListener('resize', onResize);
  }, []);
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

function showCurrent(list: HTMLElement | null): void {
  const current = list?.querySelector('[aria-current]');
  current?.scrollIntoView({ block: 'nearest', inline: 'center' });
}

interface RailEntryProps {
  id: StepId;
  number: number;
  isCurrent: boolean;
}

function RailEntry({ id, number, isCurrent }: RailEntryProps) {
  const t = useWords();
  const isVisited = useIsVisited(id);
  const isJudged = useIsJudged();
  const counts = useIssueCounts(isOfStep[id]);
  const isClean = counts.errors + counts.warnings + counts.blanks === 0;
  const isDone = isClean && id !== 'review' && isVisited && isJudged;
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
        {isDone && <span style={visuallyHidden}>{t('wizard.done')}</span>}
        <span className={id === 'review' ? undefined : styles.count}>
          <CountBadge counts={counts} compact />
        </span>
      </Link>
    </li>
  );
}

/** Picks the paths of each step. Review shows those of all others and has none of its own. */
const isOfStep = Object.fromEntries(
  stepIds.map((id) => [id, (path: Path) => id !== 'review' && stepOf(path) === id]),
) as Readonly<Record<StepId, (path: Path) => boolean>>;
