import Box from '@mui/material/Box';
import { CircleCheck } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { CountBadge } from '#src/ui/CountBadge.tsx';
import { useAllIssues, useIsJudged, useIsRevealed } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words.ts';
import { stepIds, stepOf, type StepId } from './steps.ts';

/** The steps with their counts of problems: a rail at wide screens, a bar that scrolls sideways below. */
export function StepRail({ step }: { step: StepId }) {
  const t = useWords();
  const list = useRef<HTMLOListElement>(null);
  const last = useRef<StepId>('basics');
  useEffect(() => {
    // The first step is in view already: to ask would have the page laid out before it is painted.
    if (last.current === step) return;
    last.current = step;
    const current = list.current?.querySelector('[aria-current]');
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [step]);
  return (
    <Box
      component="nav"
      aria-label={t('wizard.steps')}
      sx={{
        borderStyle: 'solid',
        borderColor: 'divider',
        borderWidth: { xs: '0 0 1px', lg: '0 1px 0 0' },
        bgcolor: 'background.paper',
        position: 'sticky',
        top: 56,
        zIndex: 2,
        height: { lg: 'calc(100vh - 56px)' },
        overflow: 'auto',
      }}
    >
      <Box
        component="ol"
        ref={list}
        sx={{
          listStyle: 'none',
          m: 0,
          p: { xs: '6px 8px', lg: '16px 12px' },
          display: 'flex',
          flexDirection: { xs: 'row', lg: 'column' },
          gap: '4px',
        }}
      >
        {stepIds.map((id, at) => (
          <RailEntry key={id} id={id} number={at + 1} isCurrent={id === step} />
        ))}
      </Box>
    </Box>
  );
}

interface RailEntryProps {
  id: StepId;
  number: number;
  isCurrent: boolean;
}

const RailEntry = memo(function RailEntry({ id, number, isCurrent }: RailEntryProps) {
  const t = useWords();
  const isRevealed = useIsRevealed(id);
  const isJudged = useIsJudged();
  const all = useAllIssues();
  const own = id === 'review' ? [] : all.filter((issue) => stepOf(issue.path) === id);
  const errors = own.filter((issue) => issue.severity === 'error').length;
  const isDone = own.length === 0 && id !== 'review' && isRevealed && isJudged;
  return (
    <Box component="li" sx={{ flexShrink: 0 }}>
      <Box
        component={Link}
        href={`/new/${id}`}
        aria-current={isCurrent ? 'step' : undefined}
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1.25,
          px: 1.25,
          minHeight: 40,
          borderRadius: '6px',
          color: 'text.primary',
          textDecoration: 'none',
          whiteSpace: 'nowrap',
          bgcolor: isCurrent ? 'ground.chosen' : 'transparent',
          fontWeight: isCurrent ? 600 : 400,
          '&:hover': { bgcolor: isCurrent ? 'ground.chosen' : 'ground.hover' },
          '&:focus-visible': {
            outline: '2px solid',
            outlineColor: 'primary.main',
            outlineOffset: '-2px',
          },
        }}
      >
        <Box
          component="span"
          aria-hidden
          sx={{
            width: 18,
            fontSize: 12,
            color: 'text.secondary',
            textAlign: 'center',
            fontVariantNumeric: 'tabular-nums',
          }}
        >
          {isDone ? (
            <Box
              component={CircleCheck}
              size={16}
              sx={{ color: 'success.main', display: 'block' }}
            />
          ) : (
            number
          )}
        </Box>
        <Box component="span" sx={{ flex: 1 }}>
          {t(`step.${id}.title`)}
        </Box>
        {/* In the bar a count that comes or goes must not push the steps behind it aside. */}
        <Box component="span" sx={{ minWidth: { xs: id === 'review' ? 0 : 20, lg: 0 } }}>
          <CountBadge errors={errors} warnings={own.length - errors} quiet={!isRevealed} />
        </Box>
      </Box>
    </Box>
  );
});
