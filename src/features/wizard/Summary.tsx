import Button from '@mui/material/Button';
import { useDeferredValue, useMemo } from 'react';
import type { Path } from '#src/document/path.ts';
import { specAt } from '#src/domain/core/spec-at.ts';
import { classNames } from '#src/ui/class-names.ts';
import { useDocument, useEditor } from '#src/ui/editing/editor.ts';
import { useSay } from '#src/ui/say.ts';
import { useAfterFrame } from '#src/ui/use-after-frame.ts';
import { useWords } from '#src/ui/words.ts';
import { describePath } from './describe-path.ts';
import { pathKey } from './go-to.ts';
import { stepIds, type StepId } from './steps.ts';
import { summaryRows, type StepRows } from './summary-rows.ts';
import styles from './summary.module.css';

/** Rows of one step beyond this many are only counted: the JSON beside it has them all. */
const MAX_ROWS = 40;
const NOTHING: StepRows = { rows: [], count: 0 };

/**
 * Everything that will be sent, step by step, in the words of the form. Drawn behind what stands above it: a large
 * document has thousands of values, and Submit must not wait for them.
 */
export function Summary({ goTo }: { goTo: (path: Path) => void }) {
  const { root } = useEditor();
  const t = useWords();
  const say = useSay();
  const isDue = useAfterFrame();
  const document = useDeferredValue(useDocument((whole) => whole));
  const rows = useMemo(
    () => (isDue ? summaryRows(document, MAX_ROWS, (path) => specAt(root, path), say) : undefined),
    [isDue, document, root, say],
  );
  if (rows === undefined) return null;
  return (
    <div className={styles.steps}>
      {stepIds
        .filter((step) => step !== 'review')
        .map((step) => (
          <StepSummary
            key={step}
            step={step}
            found={rows[step] ?? NOTHING}
            label={(path) => describePath(root, document, path, say)}
            edit={() => goTo(rows[step]?.rows[0]?.path ?? [])}
            none={t('review.nothing')}
          />
        ))}
    </div>
  );
}

interface StepSummaryProps {
  step: StepId;
  found: StepRows;
  label: (path: Path) => string;
  edit: () => void;
  none: string;
}

function StepSummary({ step, found, label, edit, none }: StepSummaryProps) {
  const { rows, count } = found;
  const t = useWords();
  return (
    <section aria-label={t(`step.${step}.title`)} className={styles.step}>
      <div className={styles.head}>
        <h3>{t(`step.${step}.title`)}</h3>
        {rows.length > 0 && (
          <Button
            size="small"
            variant="text"
            onClick={edit}
            aria-label={t('review.editStep', { step: t(`step.${step}.title`) })}
          >
            {t('review.edit')}
          </Button>
        )}
      </div>
      {rows.length === 0 && <div className={classNames(styles.quiet, styles.none)}>{none}</div>}
      <dl className={styles.rows}>
        {rows.map((row) => (
          <div key={pathKey(row.path)} className={styles.row}>
            <dt>{label(row.path)}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      {count > rows.length && (
        <div className={styles.quiet}>{t('review.more', { count: count - rows.length })}</div>
      )}
    </section>
  );
}
