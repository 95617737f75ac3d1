import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useWords } from '#src/ui/words.ts';
import type { StepId } from './steps.ts';

/** Heading and one line of purpose above the fields of a step. */
export function StepFrame({ step, children }: { step: StepId; children: ReactNode }) {
  const t = useWords();
  return (
    <>
      <Typography variant="h1" id="step-heading" tabIndex={-1} sx={{ outline: 'none' }}>
        {t(`step.${step}.title`)}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mt: 0.5, mb: 3 }}>
        {t(`step.${step}.purpose`)}
      </Typography>
      {children}
    </>
  );
}

/** Fields below one another, with the grid's distance. */
export function Fields({ children, columns = 1 }: { children: ReactNode; columns?: 1 | 2 | 3 }) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: '20px 16px',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: `repeat(${columns}, minmax(0, 1fr))` },
        alignItems: 'start',
      }}
    >
      {children}
    </Box>
  );
}

/** Quiet words behind a heading. */
export function Mark({ children }: { children: string }) {
  return (
    <Box component="span" sx={{ ml: 1, fontSize: 12, fontWeight: 400, color: 'text.secondary' }}>
      {children}
    </Box>
  );
}

/** A part of a step under a heading of its own. */
export function Section({
  title,
  mark,
  help,
  children,
}: {
  title?: string;
  /** Quiet words behind the title. */
  mark?: string | undefined;
  help?: string;
  children: ReactNode;
}) {
  return (
    <Box component="section" sx={{ mt: 4 }}>
      {title && (
        <Typography variant="h2" sx={{ mb: help ? 0.5 : 2 }}>
          {title}
          {mark && <Mark>{mark}</Mark>}
        </Typography>
      )}
      {help && (
        <Typography sx={{ fontSize: 13, color: 'text.secondary', mb: 2 }}>{help}</Typography>
      )}
      {children}
    </Box>
  );
}
