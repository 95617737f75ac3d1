import clsx from 'clsx';
import { ChevronRight, CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { toPointer, type Path } from '#src/json/path.ts';
import type { Issue, Severity } from '#src/domain/core/issue.ts';
import { useAllIssues, useEditor, useIsChecked } from '#src/ui/editing/editor.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { describePath } from './model/describe-path.ts';
import styles from './problems.module.css';
import { inStepOrder } from '../steps.ts';

/** Issues listed per severity. The rest are only counted. */
const MAX_LISTED = 50;

/** All issues of the document by severity. Each one is a button that goes to its field. */
export function ProblemList({ goTo }: { goTo: (path: Path) => void }) {
  const t = useWords();
  const issues = inStepOrder(useAllIssues());
  const isChecked = useIsChecked();
  if (!isChecked) {
    return (
      <div role="status" className={styles.checking}>
        {t('problems.checking')}
      </div>
    );
  }
  const isClean = issues.every((issue) => issue.severity === 'note');
  return (
    <div className={styles.list}>
      {isClean && (
        <div className={styles.clean}>
          <CircleCheck size={18} aria-hidden />
          <span>{t('problems.none')}</span>
        </div>
      )}
      {(['error', 'warning', 'note'] as const).map((severity) => (
        <Problems
          key={severity}
          severity={severity}
          issues={issues.filter((issue) => issue.severity === severity)}
          goTo={goTo}
        />
      ))}
    </div>
  );
}

const looks = {
  error: { Icon: CircleAlert, title: 'problems.errors' },
  warning: { Icon: TriangleAlert, title: 'problems.warnings' },
  note: { Icon: Info, title: 'problems.notes' },
} as const;

interface ProblemsProps {
  severity: Severity;
  issues: readonly Issue[];
  goTo: (path: Path) => void;
}

function Problems({ severity, issues, goTo }: ProblemsProps) {
  const { root, store } = useEditor();
  const t = useWords();
  const translate = useTranslate();
  const { Icon, title: titleKey } = looks[severity];
  if (issues.length === 0) return null;
  const title = t(titleKey, { count: issues.length });
  return (
    <section aria-label={title} className={clsx(styles.card, styles[severity])}>
      <div className={styles.head}>
        <Icon size={18} aria-hidden />
        {title}
      </div>
      <ul className={styles.rows}>
        {issues.slice(0, MAX_LISTED).map((issue, index) => (
          <li key={`${toPointer(issue.path)} ${issue.rule ?? ''} ${index}`}>
            <button type="button" className={styles.row} onClick={() => goTo(issue.path)}>
              <span className={styles.words}>
                <span className={styles.place}>
                  {describePath(root, store.get(), issue.path, translate) || t('problems.document')}
                </span>
                <span className={styles.message}>{translate(issue.message)}</span>
              </span>
              <ChevronRight size={16} className={styles.arrow} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      {issues.length > MAX_LISTED && (
        <div className={styles.rest}>
          {t('problems.more', { count: issues.length - MAX_LISTED })}
        </div>
      )}
    </section>
  );
}
