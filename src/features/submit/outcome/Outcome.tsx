import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { isSamePlace, type NamedPlace } from '#src/client/place.ts';
import { AsNew } from './AsNew.tsx';
import { isOpen, needsLookup } from '../attempt/attempt.ts';
import { Headline } from './Headline.tsx';
import { OutcomeDetails, type OutcomeActions } from './OutcomeDetails.tsx';
import { RawExchange } from './RawExchange.tsx';
import { RefusalNote } from './RefusalNote.tsx';
import { LookupProgress } from './LookupProgress.tsx';
import type { SubmissionView } from '../submission/submission-view.ts';
import { useFocusKept } from './use-focus-kept.ts';
import { useHeadline } from './use-headline.ts';

interface OutcomeProps {
  view: SubmissionView;
  /** Where the connection points now. */
  here: NamedPlace | undefined;
  actions: OutcomeActions;
  onSubmit: (more: { asNew?: boolean; unrecorded?: boolean }) => void;
  canSubmit: boolean;
}

/** What became of a submit, and what can be done about it. */
export function Outcome(props: OutcomeProps) {
  const { view, here, actions, onSubmit, canSubmit } = props;
  const { t } = useTranslation();
  const { attempt, refusal, activity, isElsewhere } = view;
  const headline = useHeadline(view, here);
  const box = useFocusKept();
  const isIdle = activity === 'none';
  const isOpenStill = attempt !== undefined && isOpen(attempt);
  // What is still open is never out of sight, whatever else there is to say.
  const shown = isIdle && (refusal === undefined || isOpenStill) ? attempt : undefined;
  const isLooking = shown !== undefined && needsLookup(shown.state) && !isElsewhere;
  const isInTheWay = shown !== undefined && isOpen(shown) && !isElsewhere;
  return (
    <Box ref={box} tabIndex={-1} sx={{ outline: 'none', mt: headline ? 2 : 0 }}>
      <Box aria-live="polite">{headline && <Headline {...headline} />}</Box>
      {isIdle && refusal && (
        <RefusalNote refusal={refusal} onSubmit={onSubmit} canSubmit={canSubmit} />
      )}
      {view.isUnrecorded && shown && (isOpen(shown) || isLooking) && (
        <Box sx={{ mt: 1, fontSize: 13, color: 'warning.main' }}>{t('submit.unrecorded')}</Box>
      )}
      {shown && !isLooking && !isElsewhere && <OutcomeDetails attempt={shown} {...actions} />}
      {isLooking && (
        <LookupProgress
          lookup={view.lookup}
          attempt={shown}
          isAway={here !== undefined && !isSamePlace(here, shown.place)}
          submission={actions.submission}
        />
      )}
      {shown && isInTheWay && canSubmit && (
        <AsNew name={shown.name} isThere={false} onSubmit={() => onSubmit({ asNew: true })} />
      )}
      {shown && !isElsewhere && <RawExchange attempt={shown} exchange={view.exchange} />}
    </Box>
  );
}
