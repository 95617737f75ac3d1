import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Issue } from '#src/domain/core/issue.ts';
import { IssueLine } from '#src/ui/IssueLine.tsx';
import { useWords } from '#src/ui/words.ts';

interface ListFrameProps {
  /** Id of the heading, which names the list. */
  headingId: string;
  level: 'h2' | 'h3' | 'h4';
  /** True where the heading looks like the label of a field: its rows are single inputs. */
  isPlain?: boolean;
  label: string;
  /** A small word behind the label, such as the generation of the API. */
  mark?: string | undefined;
  count: number;
  help?: string | undefined;
  /** Shown while there are no rows. */
  empty?: string | undefined;
  /** True for a list that is no more than a line while it has no rows. */
  folds?: boolean;
  /** What adds rows; nothing while the document is read-only. */
  adding: ReactNode;
  /** Problems of the list as a whole. */
  issues: readonly Issue[];
  children: ReactNode;
}

/** Heading, helper text, rows and what adds one: the frame around every list. */
export function ListFrame(props: ListFrameProps) {
  const { headingId, help, count, empty, folds, adding, issues, children } = props;
  const problems = issues.map((issue) => (
    <Box key={issue.message.en} sx={{ mb: 1 }}>
      <IssueLine issue={issue} />
    </Box>
  ));
  if (folds && count === 0) {
    return (
      <Box role="group" aria-labelledby={headingId}>
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            gap: '4px 12px',
            minHeight: 32,
          }}
        >
          <Heading {...props} />
          {empty && <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{empty}</Box>}
          <Box sx={{ ml: 'auto' }}>{adding}</Box>
        </Box>
        {problems}
        {children}
      </Box>
    );
  }
  return (
    <Box role="group" aria-labelledby={headingId}>
      <Box sx={{ mb: 0.5 }}>
        <Heading {...props} />
      </Box>
      {help && (
        <Box sx={{ fontSize: 12, lineHeight: '18px', color: 'text.secondary', mb: 1 }}>{help}</Box>
      )}
      {problems}
      {count === 0 && empty && (
        <Box sx={{ py: 2, fontSize: 13, color: 'text.secondary' }}>{empty}</Box>
      )}
      {children}
      {adding && <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', mt: 1 }}>{adding}</Box>}
    </Box>
  );
}

function Heading({ headingId, level, isPlain, label, mark, count }: ListFrameProps) {
  const t = useWords();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1 }}>
      <Box
        component={level}
        id={headingId}
        sx={{
          m: 0,
          fontSize: level === 'h4' ? 13 : 15,
          lineHeight: '20px',
          fontWeight: isPlain ? 500 : 600,
        }}
      >
        {label}
      </Box>
      {mark && (
        <Box component="span" sx={{ fontSize: 12, color: 'text.secondary' }}>
          {mark}
        </Box>
      )}
      {count > 0 && (
        <Box component="span" sx={{ fontSize: 12, color: 'text.secondary' }}>
          {t('list.count', { count })}
        </Box>
      )}
    </Box>
  );
}
