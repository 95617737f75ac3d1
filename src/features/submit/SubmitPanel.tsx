import Box from '@mui/material/Box';
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditor, useIsJudged } from '#src/ui/editing/editor.ts';
import { PartBoundary, type PartFailure } from '#src/ui/lazy-part.tsx';
import { PartMissing } from '#src/ui/PartMissing.tsx';
import { plainOutcome } from './outcome/plain-outcome.ts';
import type { Submission } from './submission/submission-view.ts';
import type { SubmitFormProps } from './SubmitForm.tsx';
import type { SubmissionPart } from './use-submission.ts';

type SubmitPanelProps = Omit<SubmitFormProps, 'submission'> & { submission: SubmissionPart };

/**
 * Sends the document and shows the outcome, once its code is there and the document has been judged. The form and the
 * outcome have a boundary of their own: they are drawn from the submission, which lives outside of React, so that a
 * form that failed to display is mounted again with everything it knew.
 */
export function SubmitPanel({ submission: part, ...props }: SubmitPanelProps) {
  const { t } = useTranslation();
  const { submission, Form, hasFailed, load } = part;
  const { issues } = useEditor();
  const isJudged = useIsJudged();
  const begin = () => {
    load();
    if (!issues.isJudged()) issues.checkNow();
  };
  useEffect(begin, [load, issues]);
  return (
    <Box
      component="section"
      aria-label={t('submit.title')}
      sx={{
        border: '1px solid',
        borderColor: 'divider',
        borderRadius: '8px',
        p: { xs: 2, sm: 2.5 },
        minHeight: 120,
        bgcolor: 'background.paper',
      }}
    >
      {submission && Form && isJudged && (
        <PartBoundary
          instead={(again, failure) => (
            <OutcomeAlone submission={submission} again={again} failure={failure} />
          )}
        >
          <Form submission={submission} {...props} />
        </PartBoundary>
      )}
      {hasFailed && <PartMissing again={begin} failure="load" words={t('submit.partFailed')} />}
    </Box>
  );
}

interface OutcomeAloneProps {
  submission: Submission;
  again: () => void;
  failure: PartFailure;
}

/** In place of a form that cannot be displayed: the outcome in one plain sentence, and a way to try again. */
function OutcomeAlone({ submission, again, failure }: OutcomeAloneProps) {
  const { t } = useTranslation();
  const view = useSyncExternalStore(submission.subscribe, submission.view);
  const outcome = plainOutcome(t, view);
  return (
    <>
      {outcome !== undefined && (
        <Box aria-live="polite" sx={{ mb: 2, fontWeight: 600, overflowWrap: 'anywhere' }}>
          {outcome}
        </Box>
      )}
      <PartMissing again={again} failure={failure} words={t('submit.notDisplayed')} />
    </>
  );
}
