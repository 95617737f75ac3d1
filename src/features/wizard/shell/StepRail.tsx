import visuallyHidden from '@mui/utils/visuallyHidden';
import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Path } from '#src/json/path.ts';
import { CountBadge } from '#src/ui/blocks/CountBadge.tsx';
import { useIsChecked, useIsVisited } from '#src/ui/editing/editor.ts';
import { useIssueCounts } from '#src/ui/editing/use-issue-counts.ts';
import { afterPaint } from '#src/ui/timing/after-paint.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './rail.module.css';
import { stepIds, stepOf, type StepId } from '../steps.ts';
import { newPath, useView } from '../view.ts';

/** The steps with their issue counts: a rail on wide screens, otherwise a bar that scrolls sideways. */
export function StepRail({ step }: { step: StepId }) {
  const t = useWords();
  const list = useRef<HTMLOListElement>(null);
  const last = useRef<StepId>('basics');
  useEffect(() => {
    // The first step is already visible. Measuring it would force a layout before the first paint.
    if (last.current === step) return undefined;
    last.current = step;
    // Before the paint, this would force a layout of the new step.
    return afterPaint(() => showCurrent(list.current));
  }, [step]);
  useEffect(() => {
    // A narrower window, or wider counts, can push the current step out of view.
    const steps = list.current!;
    const observer = new ResizeObserver(() => showCurrent(steps));
    for (const element of [steps, ...steps.children]) observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <nav id="rail" aria-label={t('wizard.steps')} className={styles.rail}>
      <ol ref={list} className={styles.list}>
        {stepIds.map((id, index) => (
          <RailEntry key={id} id={id} number={index + 1} isCurrent={id === step} />
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
  const { pathOf = newPath } = useView();
  const isVisited = useIsVisited(id);
  const isChecked = useIsChecked();
  const counts = useIssueCounts(stepFilters[id]);
  const isClean = counts.errors + counts.warnings + counts.blanks === 0;
  const isDone = isClean && id !== 'review' && isVisited && isChecked;
  return (
    <li>
      <Link
        href={pathOf(id)}
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

/** Selects the paths of each step. The review step has no fields of its own. */
const stepFilters = Object.fromEntries(
  stepIds.map((id) => [id, (path: Path) => id !== 'review' && stepOf(path) === id]),
) as Readonly<Record<StepId, (path: Path) => boolean>>;
