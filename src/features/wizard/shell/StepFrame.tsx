import type { ReactNode } from 'react';
import { useWords } from '#src/ui/words/page-words.ts';
import type { StepId } from '../steps.ts';
import styles from './frame.module.css';

export function StepFrame({ step, children }: { step: StepId; children: ReactNode }) {
  const t = useWords();
  return (
    <>
      <h1 id="step-heading" tabIndex={-1} className={styles.title}>
        {t(`step.${step}.title`)}
      </h1>
      <p className={styles.purpose}>{t(`step.${step}.purpose`)}</p>
      {/* Enter in a field must not submit the form. */}
      <form noValidate onSubmit={(event) => event.preventDefault()}>
        {children}
      </form>
    </>
  );
}
