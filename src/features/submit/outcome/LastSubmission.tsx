import Box from '@mui/material/Box';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedPlace } from '#src/client/place.ts';
import type { SubmissionView } from '../submission/submission-view.ts';
import type { Attempt } from '../attempt/attempt.ts';
import { Headline } from './Headline.tsx';
import { OutcomeDetails, type OutcomeActions } from './OutcomeDetails.tsx';
import { RawExchange } from './RawExchange.tsx';
import { formatTime } from './format-time.ts';
import { useHeadline } from './use-headline.ts';

interface LastSubmissionProps {
  attempt: Attempt;
  exchange: SubmissionView['exchange'];
  /** Where the connection points now. */
  here: NamedPlace | undefined;
  actions: OutcomeActions;
}

/** The outcome of a submission that was not of the document in hand, or not for this place: a past entry. */
export function LastSubmission({ attempt, exchange, here, actions }: LastSubmissionProps) {
  const { t, i18n } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const headline = useHeadline(
    { attempt, activity: 'none', isElsewhere: false, isFromBefore: false },
    here,
  );
  if (headline === undefined) return null;
  return (
    <Box
      role="group"
      aria-label={t('submit.last')}
      sx={{ mt: 2.5, pt: 2, borderTop: '1px solid', borderColor: 'divider' }}
    >
      <Box sx={{ fontSize: 12, lineHeight: '16px', color: 'text.secondary', mb: 0.75 }}>
        <span>{t('submit.last')}</span>
        <span>{' · '}</span>
        <span>{formatTime(new Date(attempt.sentAt).toISOString(), i18n.language)}</span>
      </Box>
      <Headline {...headline} isQuiet />
      <Box
        component="details"
        open={isOpen}
        onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}
        sx={(theme) => ({
          mt: 1,
          fontSize: 13,
          '& > summary': { cursor: 'pointer', width: 'fit-content', borderRadius: '4px' },
          '& > summary:focus-visible': {
            outline: `2px solid ${theme.vars.palette.primary.main}`,
            outlineOffset: 2,
          },
        })}
      >
        <summary>{t('submit.details')}</summary>
        {isOpen && (
          <>
            <OutcomeDetails attempt={attempt} {...actions} />
            <RawExchange attempt={attempt} exchange={exchange} />
          </>
        )}
      </Box>
    </Box>
  );
}
