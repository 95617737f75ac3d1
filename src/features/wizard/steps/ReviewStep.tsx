import type { ReactNode } from 'react';
import type { Path } from '#src/json/path.ts';
import { useAllIssues, useIsChecked } from '#src/ui/editing/editor.ts';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { PartMissing } from '#src/ui/parts/PartMissing.tsx';
import { useIsPainted } from '#src/ui/timing/use-is-painted.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { PreflightLine } from '../preflight/PreflightLine.tsx';
import { Picture } from '../review/Picture.tsx';
import { ProblemList } from '../review/ProblemList.tsx';
import { Summary } from '../review/Summary.tsx';
import styles from '../review/review.module.css';
import { useView } from '../view.ts';

/**
 * Problems and outcome, drawing and sentences, summary. Without errors the picture comes first, so nothing but the
 * outcome is rendered before the document has been checked: the order is not known yet.
 */
export function ReviewStep({ goTo, submit }: { goTo: (path: Path) => void; submit: ReactNode }) {
  const t = useWords();
  const { isUpdate = false } = useView();
  const isChecked = useIsChecked();
  const hasErrors = useAllIssues().some(({ severity }) => severity === 'error');
  // The drawing, and the comparison with the lists of the target, follow the first frame: half of the work is theirs.
  const isPainted = useIsPainted();
  const decision = (
    <div key="decision" className={styles.decision}>
      <ProblemList goTo={goTo} />
      {isChecked && isPainted && (
        <PartBoundary
          renderMissing={(again, failure) => <PartMissing again={again} failure={failure} />}
        >
          <PreflightLine />
        </PartBoundary>
      )}
      {submit}
    </div>
  );
  // Nothing that only informs may take Create away.
  const picture = isChecked && isPainted && (
    <PartBoundary key="picture">
      <Picture isUpdate={isUpdate} />
    </PartBoundary>
  );
  return (
    <div className={styles.columns}>
      <div className={styles.decision}>
        {hasErrors || isUpdate ? [decision, picture] : [picture, decision]}
      </div>
      {isChecked && (
        <section>
          <h2 className={styles.heading}>{t('review.summary')}</h2>
          <Summary goTo={goTo} />
        </section>
      )}
    </div>
  );
}
