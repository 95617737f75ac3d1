import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { Path } from '#src/document/path.ts';
import type { Issue } from '#src/domain/core/issue.ts';
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
  const errors = issues.filter((issue) => issue.severity === 'error');
  const warnings = issues.filter((issue) => issue.severity === 'warning');
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
      {errors.length > 0 && (
        <Problems
          title={t('problems.errors', { count: errors.length })}
          issues={errors}
          goTo={goTo}
        />
      )}
      {warnings.length > 0 && (
        <Problems
          title={t('problems.warnings', { count: warnings.length })}
          issues={warnings}
          goTo={goTo}
        />
      )}
    </Box>
  );
}

function Problems({
  title,
  issues,
  goTo,
}: {
  title: string;
  issues: readonly Issue[];
  goTo: (path: Path) => void;
}) {
  const { root, store } = useEditor();
  const t = useWords();
  const say = useSay();
  const isError = issues[0]?.severity === 'error';
  const Icon = isError ? CircleAlert : TriangleAlert;
  return (
    <Box component="section" aria-label={title}>
      <Box
        sx={{
          display: 'flex',
          gap: 1,
          alignItems: 'center',
          fontWeight: 600,
          fontSize: 14,
          color: isError ? 'error.main' : 'warning.main',
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
