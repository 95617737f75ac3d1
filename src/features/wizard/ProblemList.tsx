import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { Path } from '#src/document/path.ts';
import type { Issue, Severity } from '#src/domain/core/issue.ts';
import { useAllIssues, useEditor, useIsJudged } from '#src/ui/editing/editor.ts';
import { useSay } from '#src/ui/say.ts';
import { useWords } from '#src/ui/words.ts';
import { describePath } from './describe-path.ts';
import { pathKey } from './go-to.ts';
import { inStepOrder } from './steps.ts';

/** More than this many of one severity are counted, not listed. */
const MAX_LISTED = 50;

/** Every problem of the document in words, each a button that leads to its field. */
export function ProblemList({ goTo }: { goTo: (path: Path) => void }) {
  const t = useWords();
  const issues = inStepOrder(useAllIssues());
  const isJudged = useIsJudged();
  if (!isJudged) {
    return (
      <Box role="status" sx={{ fontSize: 14, color: 'text.secondary' }}>
        {t('problems.checking')}
      </Box>
    );
  }
  if (issues.length === 0) {
    return (
      <Box
        sx={{ display: 'flex', gap: 1, alignItems: 'center', color: 'success.main', fontSize: 14 }}
      >
        <CircleCheck size={18} aria-hidden />
        <span>{t('problems.none')}</span>
      </Box>
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {(['error', 'warning', 'note'] as const).map((severity) => (
        <Problems
          key={severity}
          severity={severity}
          issues={issues.filter((issue) => issue.severity === severity)}
          goTo={goTo}
        />
      ))}
    </Box>
  );
}

const looks = {
  error: { Icon: CircleAlert, color: 'error.main', title: 'problems.errors' },
  warning: { Icon: TriangleAlert, color: 'warning.main', title: 'problems.warnings' },
  note: { Icon: Info, color: 'text.secondary', title: 'problems.notes' },
} as const;

function Problems({
  severity,
  issues,
  goTo,
}: {
  severity: Severity;
  issues: readonly Issue[];
  goTo: (path: Path) => void;
}) {
  const { root, store } = useEditor();
  const t = useWords();
  const say = useSay();
  const { Icon, color, title: titleKey } = looks[severity];
  if (issues.length === 0) return null;
  const title = t(titleKey, { count: issues.length });
  return (
    <Box component="section" aria-label={title}>
      <Box
        sx={{
          display: 'flex',
          gap: 1,
          alignItems: 'center',
          fontWeight: 600,
          fontSize: 14,
          color,
          mb: 0.5,
        }}
      >
        <Icon size={18} aria-hidden />
        {title}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {issues.slice(0, MAX_LISTED).map((issue, at) => (
          <li key={`${pathKey(issue.path)} ${issue.rule ?? ''} ${at}`}>
            <ButtonBase
              onClick={() => goTo(issue.path)}
              sx={{
                display: 'block',
                width: '100%',
                textAlign: 'left',
                py: 0.75,
                pl: 3.25,
                pr: 1,
                borderRadius: 1,
                '&:hover': { bgcolor: 'ground.hover' },
              }}
            >
              <Box
                component="span"
                sx={{ display: 'block', fontSize: 13, fontWeight: 500, overflowWrap: 'anywhere' }}
              >
                {describePath(root, store.get(), issue.path, say) || t('problems.document')}
              </Box>
              <Box
                component="span"
                sx={{
                  display: 'block',
                  fontSize: 13,
                  lineHeight: '18px',
                  color: 'text.secondary',
                  overflowWrap: 'anywhere',
                }}
              >
                {say(issue.message)}
                {issue.rule && ` (${issue.rule})`}
              </Box>
            </ButtonBase>
          </li>
        ))}
      </Box>
      {issues.length > MAX_LISTED && (
        <Box sx={{ pl: 3.25, fontSize: 13, color: 'text.secondary' }}>
          {t('problems.more', { count: issues.length - MAX_LISTED })}
        </Box>
      )}
    </Box>
  );
}
