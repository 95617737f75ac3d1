import Button from '@mui/material/Button';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Fix, Issue, RuleId } from '#src/domain/core/issue.ts';
import type { Text } from '#src/domain/core/text.ts';
import clsx from 'clsx';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { lazyPart } from '#src/ui/parts/lazy-part.tsx';
import { PartBoundary } from '#src/ui/parts/PartBoundary.tsx';
import { applyFix } from './apply-fix.ts';
import styles from './issues.module.css';

const RuleHelpPanel = lazyPart(async () => (await import('./RuleHelpPanel.tsx')).RuleHelpPanel);

const icons = { error: CircleAlert, warning: TriangleAlert, note: Info };

/** An issue of the document, or one that the form itself found and already translated. */
export type ShownIssue = Pick<Issue, 'severity' | 'rule' | 'fix'> & {
  readonly message: Text | string;
};

export function messageWords(message: Text | string, translate: (text: Text) => string): string {
  return typeof message === 'string' ? message : translate(message);
}

export function IssueLines({ issues }: { issues: readonly ShownIssue[] }) {
  const translate = useTranslate();
  return issues.map((issue) => {
    const words = messageWords(issue.message, translate);
    return <IssueLine key={`${issue.rule ?? ''}${words}`} issue={issue} words={words} />;
  });
}

/** One issue with its icon, fix and the number of its rule. */
function IssueLine({ issue, words }: { issue: ShownIssue; words: string }) {
  const Icon = icons[issue.severity];
  return (
    <div data-severity={issue.severity} className={clsx(styles.issue, styles[issue.severity])}>
      <Icon size={16} aria-hidden />
      <span>
        <span>{words}</span>
        {issue.rule && <RuleNumber id={issue.rule} />}
        {issue.fix && <FixButton fix={issue.fix} />}
      </span>
    </div>
  );
}

/** The number of a rule. Pressing it shows or hides the requirement of the rule, its source and examples. */
function RuleNumber({ id }: { id: RuleId }) {
  const { requirementOf } = useEditor();
  const translate = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const requirement = isOpen ? requirementOf(id) : undefined;
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        className={styles.rule}
        onClick={() => setIsOpen(!isOpen)}
      >
        {id}
      </button>
      {requirement && <span className={styles.requirement}>{translate(requirement)}</span>}
      {isOpen && (
        <PartBoundary>
          <RuleHelpPanel id={id} />
        </PartBoundary>
      )}
    </>
  );
}

function FixButton({ fix }: { fix: Fix }) {
  const editor = useEditor();
  const translate = useTranslate();
  if (editor.readOnly) return null;
  return (
    <Button
      size="small"
      variant="outlined"
      onClick={() => applyFix(editor, fix)}
      className={styles.fix ?? ''}
    >
      {translate(fix.label)}
    </Button>
  );
}
