import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** What stands under a term: set in behind a quiet line, so that lists within lists are told apart. */
export function TermBody({ children }: { children: ReactNode }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'minmax(0, 1fr)',
        pl: { xs: 1.5, sm: 2 },
        borderLeft: '2px solid',
        borderColor: 'divider',
      }}
    >
      {children}
    </Box>
  );
}
