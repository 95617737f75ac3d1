import type { CSSProperties, ReactNode } from 'react';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './step.module.css';
import type { StepId } from '../steps.ts';

/** Heading and one line of purpose above the fields of a step. */
export function StepFrame({ step, children }: { step: StepId; children: ReactNode }) {
  const t = useWords();
  return (
    <>
      <h1 id="step-heading" tabIndex={-1} className={styles.title}>
        {t(`step.${step}.title`)}
      </h1>
      <p className={styles.purpose}>{t(`step.${step}.purpose`)}</p>
      {/* Enter in a field must not send the form: there is nothing to send before the review. */}
      <form noValidate onSubmit={(event) => event.preventDefault()}>
        {children}
      </form>
    </>
  );
}

/** Fields below one another, with the grid's distance. */
export function Fields({ children, columns = 1 }: { children: ReactNode; columns?: 1 | 2 | 3 }) {
  return (
    <div className={styles.fields} style={{ '--columns': columns } as CSSProperties}>
      {children}
    </div>
  );
}

/** All columns of the fields around it. */
export function Whole({ children }: { children: ReactNode }) {
  return <div className={styles.whole}>{children}</div>;
}

/** Quiet words behind a heading. */
export function Mark({ children }: { children: string }) {
  return <span className={styles.mark}>{children}</span>;
}

/** A part of a step under a heading of its own. */
export function Section({
  title,
  mark,
  help,
  children,
}: {
  title?: string;
  /** Quiet words behind the title. */
  mark?: string | undefined;
  help?: string;
  children: ReactNode;
}) {
  return (
    <section className={styles.section}>
      {title && (
        <h2 className={styles.heading}>
          {title}
          {mark && <Mark>{mark}</Mark>}
        </h2>
      )}
      {help && <p className={styles.help}>{help}</p>}
      {children}
    </section>
  );
}
