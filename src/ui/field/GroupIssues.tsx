import Box from '@mui/material/Box';
import type { Path } from '#src/json/path.ts';
import { useShownIssues } from '#src/ui/editing/editor.ts';
import { IssueLines } from './IssueLine.tsx';

/** Problems of an object as a whole (a row without a host port, a probe of no kind), where no input is to blame. */
export function GroupIssues({ path }: { path: Path }) {
  const issues = useShownIssues(path);
  if (issues.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: 0.5, mb: 1 }}>
      <IssueLines issues={issues} />
    </Box>
  );
}
