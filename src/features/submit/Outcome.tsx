import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { isSamePlace, type NamedPlace } from '#src/client/place.ts';
import type { Path } from '#src/document/path.ts';
import { AsNew } from './AsNew.tsx';
import { isOpen, needsLooking } from './attempt.ts';
import { CreatedAnswer } from './CreatedAnswer.tsx';
import { FailedAnswer } from './FailedAnswer.tsx';
import { Headline } from './Headline.tsx';
import { RawExchange } from './RawExchange.tsx';
import { RefusalNote } from './RefusalNote.tsx';
import { SearchProgress } from './SearchProgress.tsx';
import { Seen } from './Seen.tsx';
import type { Submission, SubmissionView } from './submission-view.ts';
import { useFocusKept } from './use-focus-kept.ts';
import { useHeadline } from './use-headline.ts';

interface OutcomeProps {
  view: SubmissionView;
  /** Where the connection points now. */
  here: NamedPlace | undefined;
  submission: Submission;
  goTo: (path: Path) => void;
  onConnect: () => void;
  onSubmit: (more: { asNew?: boolean; unrecorded?: boolean }) => void;
  canSubmit: boolean;
}

/** What became of a submit, and what can be done about it. */
export function Outcome(props: OutcomeProps) {
  const { view, here, submission, goTo, onConnect, onSubmit, canSubmit } = props;
  const { t } = useTranslation();
  const { attempt, refusal, activity, isElsewhere } = view;
  const headline = useHeadline(view, here);
  const box = useFocusKept();
  const isIdle = activity === 'none';
  const isOpenStill = attempt !== undefined && isOpen(attempt);
  // What is still open is never out of sight, whatever else there is to say.
  const shown = isIdle && (refusal === undefined || isOpenStill) ? attempt : undefined;
  const state = shown?.state;
  const isLooking = shown !== undefined && needsLooking(shown.state) && !isElsewhere;
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
      {shown?.answer && state === 'created' && <CreatedAnswer answer={shown.answer} />}
      {shown?.error && state === 'rejected' && (
        <FailedAnswer error={shown.error} body={shown.body} goTo={goTo} onConnect={onConnect} />
      )}
      {isLooking && (
        <SearchProgress
          search={view.search}
          attempt={shown}
          isAway={here !== undefined && !isSamePlace(here, shown.place)}
          submission={submission}
        />
      )}
      {shown?.sighting && (state === 'notFound' || state === 'ambiguous') && (
        <>
          <Seen sighting={shown.sighting} />
          <Box sx={{ mt: 1.5, display: 'flex', gap: 1, flexWrap: 'wrap' }}>
            <Button size="small" variant="outlined" onClick={() => submission.look()}>
              {t('submit.lookAgain')}
            </Button>
            {state === 'ambiguous' && (
              <Button size="small" variant="outlined" onClick={() => submission.settle()}>
                {t('submit.settle')}
              </Button>
            )}
          </Box>
        </>
      )}
      {shown && isInTheWay && canSubmit && (
        <AsNew name={shown.name} isThere={false} onSubmit={() => onSubmit({ asNew: true })} />
      )}
      {shown && !isElsewhere && <RawExchange attempt={shown} exchange={view.exchange} />}
    </Box>
  );
}
