import Button from '@mui/material/Button';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Fix, Issue } from '#src/domain/core/issue.ts';
import type { Text } from '#src/domain/core/text.ts';
import { cellName } from '#src/ui/editing/inputs/cell-name.ts';
import clsx from 'clsx';
import { useEditor } from '#src/ui/editing/editor.ts';
import { writeAt } from '#src/ui/editing/edits/spec-edits.ts';
import { focusRow } from '#src/ui/focus/focus-row.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './issues.module.css';

const icons = { error: CircleAlert, warning: TriangleAlert, note: Info };

/** An issue of the document, or one that the form itself found and already translated. */
export type ShownIssue = Pick<Issue, 'severity' | 'rule' | 'fix'> & {
  readonly message: Text | string;
};

export function IssueLines({ issues }: { issues: readonly ShownIssue[] }) {
  const translate = useTranslate();
  return issues.map((issue) => {
    const words = typeof issue.message === 'string' ? issue.message : translate(issue.message);
    return <IssueLine key={`${issue.rule ?? ''}${words}`} issue={issue} words={words} />;
  });
}

/** One issue with its icon, rule number and fix. */
function IssueLine({ issue, words }: { issue: ShownIssue; words: string }) {
  const Icon = icons[issue.severity];
  return (
    <div data-severity={issue.severity} className={clsx(styles.issue, styles[issue.severity])}>
      <Icon size={16} aria-hidden />
      <span>
        <span>{words}</span>
        {issue.rule && <span className={styles.rule}>{issue.rule}</span>}
        {issue.fix && <FixButton fix={issue.fix} />}
      </span>
    </div>
  );
}

/** Applies a fix as one undo step and focuses the field it changed. */
function FixButton({ fix }: { fix: Fix }) {
  const { root, store, issues, readOnly } = useEditor();
  const translate = useTranslate();
  if (readOnly) return null;
  const apply = () => {
    store.edit(writeAt(root, store.get(), fix.path, fix.value), { path: fix.path });
    // The button disappears with its issue, so move the focus first.
    focusRow(fix.path, cellName(store.get(), fix.path));
    issues.checkNow();
  };
  return (
    <Button size="small" variant="outlined" onClick={apply} className={styles.fix ?? ''}>
      {translate(fix.label)}
    </Button>
  );
}
