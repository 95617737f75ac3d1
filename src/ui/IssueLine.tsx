import Box from '@mui/material/Box';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { Issue } from '#src/domain/core/issue.ts';
import { useSay } from './say.ts';

/** One problem in words, told apart by icon and colour; the rule's number stands behind it. */
export function IssueLine({ issue }: { issue: Issue }) {
  const say = useSay();
  const isError = issue.severity === 'error';
  const Icon = isError ? CircleAlert : TriangleAlert;
  return (
    <Box
      data-severity={issue.severity}
      sx={{
        display: 'grid',
        gridTemplateColumns: '16px 1fr',
        gap: '6px',
        fontSize: 13,
        lineHeight: '18px',
        color: isError ? 'error.main' : 'warning.main',
        overflowWrap: 'anywhere',
      }}
    >
      <Icon size={16} style={{ marginTop: 1 }} aria-hidden />
      <span>
        <span>{say(issue.message)}</span>
        {issue.rule && (
          <Box component="span" sx={{ ml: 1, fontSize: 11 }}>
            {issue.rule}
          </Box>
        )}
      </span>
    </Box>
  );
}
