import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Path } from '#src/document/path.ts';
import { useWords } from '#src/ui/words.ts';
import { ProblemList } from '../ProblemList.tsx';
import { Section } from '../StepFrame.tsx';
import { Summary } from '../Summary.tsx';

/** Problems, the whole document in words, and the way to send it. */
export function ReviewStep({ goTo, submit }: { goTo: (path: Path) => void; submit: ReactNode }) {
  const t = useWords();
  return (
    <>
      <ProblemList goTo={goTo} />
      <Box sx={{ mt: 4 }}>{submit}</Box>
      <Section title={t('review.summary')}>
        <Summary goTo={goTo} />
      </Section>
    </>
  );
}
