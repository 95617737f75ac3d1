import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Fix, Issue } from '#src/domain/core/issue.ts';
import type { Text } from '#src/domain/core/text.ts';
import { cellName } from '#src/ui/editing/cell-name.ts';
import { useEditor } from '#src/ui/editing/editor.ts';
import { writeAt } from '#src/ui/editing/spec-edits.ts';
import { focusRow } from '#src/ui/focus/focus-row.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';

const looks = {
  error: { Icon: CircleAlert, color: 'error.main' },
  warning: { Icon: TriangleAlert, color: 'warning.main' },
  note: { Icon: Info, color: 'text.secondary' },
} as const;

/** An issue of the document, or one that the form itself finds and words in the language of the page. */
export type ShownIssue = Pick<Issue, 'severity' | 'rule' | 'fix'> & {
  readonly message: Text | string;
};

/** Problems below one another. */
export function IssueLines({ issues }: { issues: readonly ShownIssue[] }) {
  const translate = useTranslate();
  return issues.map((issue) => {
    const words = typeof issue.message === 'string' ? issue.message : translate(issue.message);
    return <IssueLine key={`${issue.rule ?? ''}${words}`} issue={issue} words={words} />;
  });
}

/** A problem with the icon and colour of its severity, the number of its rule and the fix if there is one. */
function IssueLine({ issue, words }: { issue: ShownIssue; words: string }) {
  const { Icon, color } = looks[issue.severity];
  return (
    <Box
      data-severity={issue.severity}
      sx={{
        display: 'grid',
        gridTemplateColumns: '16px 1fr',
        gap: '6px',
        fontSize: 13,
        lineHeight: '18px',
        color,
        overflowWrap: 'anywhere',
      }}
    >
      <Icon size={16} style={{ marginTop: 1 }} aria-hidden />
      <span>
        <span>{words}</span>
        {issue.rule && (
          <Box component="span" sx={{ ml: 1, fontSize: 11 }}>
            {issue.rule}
          </Box>
        )}
        {issue.fix && <FixButton fix={issue.fix} />}
      </span>
    </Box>
  );
}

/** Applies a fix as one step of undo, and leads to the field that it changed. */
function FixButton({ fix }: { fix: Fix }) {
  const { root, store, issues, readOnly } = useEditor();
  const translate = useTranslate();
  if (readOnly) return null;
  const apply = () => {
    store.edit(writeAt(root, store.get(), fix.path, fix.value), { path: fix.path });
    // The button goes with its issue: the focus moves on first.
    focusRow(fix.path, cellName(store.get(), fix.path));
    issues.checkNow();
  };
  return (
    <Button
      size="small"
      variant="outlined"
      onClick={apply}
      sx={{ display: 'flex', mt: 0.75, textAlign: 'left', overflowWrap: 'anywhere' }}
    >
      {translate(fix.label)}
    </Button>
  );
}
