import Popover from '@mui/material/Popover';
import clsx from 'clsx';
import { CircleAlert, CircleDashed, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { toPointer, type Path } from '#src/json/path.ts';
import type { Issue } from '#src/domain/core/issue.ts';
import { useAllIssues, useEditor } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { describePath } from '../review/model/describe-path.ts';
import { inStepOrder, stepIds, stepOf } from '../steps.ts';
import { problemWords } from './problem-words.ts';
import styles from './problems.module.css';

/** Problems listed. The rest are only counted. */
const MAX_LISTED = 100;

interface ProblemsPopoverProps {
  anchor: HTMLElement;
  onClose: () => void;
  onChoose: (path: Path) => void;
}

/** All errors and warnings of the document by step. Each one is a button that goes to its field. */
export function ProblemsPopover({ anchor, onClose, onChoose }: ProblemsPopoverProps) {
  const t = useWords();
  const translate = useTranslate();
  const id = useId();
  const all = inStepOrder(useAllIssues()).filter(({ severity }) => severity !== 'note');
  const listed = all.slice(0, MAX_LISTED);
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
      transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, className: styles.paper } }}
    >
      <h2 id={id} className={styles.title}>
        {translate(problemWords.title)}
      </h2>
      {stepIds.map((step) => {
        const issues = listed.filter(({ path }) => stepOf(path) === step);
        if (issues.length === 0) return null;
        return (
          <section key={step} aria-label={t(`step.${step}.title`)}>
            <h3 className={styles.step}>{t(`step.${step}.title`)}</h3>
            <ul className={styles.rows}>
              {issues.map((issue, index) => (
                <li key={`${toPointer(issue.path)} ${issue.rule ?? ''} ${index}`}>
                  <Problem issue={issue} onChoose={onChoose} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {all.length > MAX_LISTED && (
        <div className={styles.rest}>{translate(problemWords.more(all.length - MAX_LISTED))}</div>
      )}
    </Popover>
  );
}

const icons = { error: CircleAlert, warning: TriangleAlert, blank: CircleDashed };

function Problem({ issue, onChoose }: { issue: Issue; onChoose: (path: Path) => void }) {
  const { root, store, problemVisibility } = useEditor();
  const translate = useTranslate();
  const { severity, path, message } = issue;
  const isShown = problemVisibility.isShown(store.get(), path, issue.kind === 'missing');
  const look = severity === 'warning' ? 'warning' : isShown ? 'error' : 'blank';
  const Icon = icons[look];
  return (
    <button type="button" onClick={() => onChoose(path)} className={styles.row}>
      <Icon size={16} aria-hidden className={clsx(styles.icon, styles[look])} />
      <span className={styles.words}>
        <span className={styles.place}>
          {describePath(root, store.get(), path, translate) || translate(problemWords.document)}
        </span>
        <span className={styles.message}>{translate(message)}</span>
      </span>
    </button>
  );
}
