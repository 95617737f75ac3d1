import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import type { Path } from '#src/json/path.ts';
import type { Attempt } from '../attempt/attempt.ts';
import { CreatedAnswer } from './CreatedAnswer.tsx';
import { ErrorFacts } from './ErrorFacts.tsx';
import { FailedAnswer } from './FailedAnswer.tsx';
import { CandidateList } from './CandidateList.tsx';
import type { Submission } from '../submission/submission-view.ts';

/** What can be done about an outcome. */
export interface OutcomeActions {
  readonly submission: Submission;
  readonly goTo: (path: Path) => void;
  readonly onConnect: () => void;
  readonly onStartNew?: (() => void) | undefined;
}

/** What is known of an attempt whose looking is over: its deployment, its error, and what was seen instead. */
export function OutcomeDetails({
  attempt,
  submission,
  goTo,
  onConnect,
  onStartNew,
}: OutcomeActions & { attempt: Attempt }) {
  const { t } = useTranslation();
  const { state, error, sighting } = attempt;
  const isOfAnother = error?.kind === 'mismatch';
  return (
    <>
      {state === 'created' && (
        <CreatedAnswer attempt={attempt} submission={submission} onStartNew={onStartNew} />
      )}
      {state === 'rejected' && error && (
        <FailedAnswer error={error} body={attempt.body} goTo={goTo} onConnect={onConnect} />
      )}
      {/* A strange answer stays in sight, whatever the list showed. */}
      {isOfAnother && state !== 'rejected' && <ErrorFacts error={error} />}
      {sighting && (state === 'notFound' || state === 'ambiguous') && (
        <>
          <CandidateList candidates={sighting} />
          <Box sx={{ mt: 1.5, display: 'flex', gap: 1, flexWrap: 'wrap' }}>
            <Button size="small" variant="outlined" onClick={() => submission.pollNow()}>
              <span>{t('submit.lookAgain')}</span>
            </Button>
            {state === 'ambiguous' && (
              <Button size="small" variant="outlined" onClick={() => submission.dismiss()}>
                <span>{t('submit.settle')}</span>
              </Button>
            )}
          </Box>
        </>
      )}
    </>
  );
}
