import Button from '@mui/material/Button';
import clsx from 'clsx';
import { ArrowLeft, ArrowRight, Braces } from 'lucide-react';
import type { Ref } from 'react';
import { useLocation } from 'wouter';
import type { Path } from '#src/json/path.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { useWasIdle } from '#src/ui/parts/use-was-idle.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { stepIds, type StepId } from '../steps.ts';
import { newPath, useView } from '../view.ts';
import styles from './frame.module.css';

const LaterParts = lazyPart(async () => (await import('./LaterParts.tsx')).LaterParts);

interface StepNavigationProps {
  step: StepId;
  onShowJson: () => void;
  goTo: (path: Path) => void;
  /** Gets the element for the button of the last step. */
  actionRef: Ref<HTMLDivElement>;
}

/** The bar at the bottom: Back and Next, or the button of the last step. It also opens the JSON if that has no pane. */
export function StepNavigation({ step, onShowJson, goTo, actionRef }: StepNavigationProps) {
  const t = useWords();
  const [, navigate] = useLocation();
  const { pathOf = newPath } = useView();
  const wasIdle = useWasIdle();
  const index = stepIds.indexOf(step);
  const back = stepIds[index - 1];
  const next = stepIds[index + 1];
  return (
    <div className={styles.navigation}>
      {back && (
        <Button
          variant="outlined"
          startIcon={<ArrowLeft size={16} aria-hidden />}
          onClick={() => navigate(pathOf(back))}
          className={styles.short ?? ''}
        >
          <span>{t('wizard.back')}</span>
        </Button>
      )}
      <Button
        variant="text"
        startIcon={<Braces size={16} aria-hidden />}
        onClick={onShowJson}
        className={clsx(styles.json, styles.short)}
      >
        <span>JSON</span>
      </Button>
      {wasIdle && (
        <PartBoundary>
          <LaterParts goTo={goTo} />
        </PartBoundary>
      )}
      {next ? (
        <Button
          variant="contained"
          endIcon={<ArrowRight size={16} aria-hidden />}
          onClick={() => navigate(pathOf(next))}
          className={styles.next ?? ''}
        >
          <span>{t('wizard.next', { step: t(`step.${next}.title`) })}</span>
        </Button>
      ) : (
        <div ref={actionRef} className={styles.action} />
      )}
    </div>
  );
}
