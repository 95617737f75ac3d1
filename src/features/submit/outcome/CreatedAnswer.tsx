import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { hasCreated, type Attempt } from '../attempt/attempt.ts';
import { Facts } from './Facts.tsx';
import { Readiness } from './Readiness.tsx';
import { formatTime } from './format-time.ts';
import type { Submission } from '../submission/submission-view.ts';

interface CreatedAnswerProps {
  attempt: Attempt;
  submission: Submission;
  /** The next step, where this is the outcome of the document in hand. */
  onStartNew?: (() => void) | undefined;
}

/** The deployment that was created: how far it is, its ID and times, and the next step. */
export function CreatedAnswer({ attempt, submission, onStartNew }: CreatedAnswerProps) {
  const { t, i18n } = useTranslation();
  const { answer, goneAt } = attempt;
  if (answer === undefined) return null;
  return (
    <>
      {hasCreated(attempt) && (
        <Readiness
          key={answer.id}
          attempt={attempt}
          answer={answer}
          onSignIn={() => submission.signIn()}
          onGone={() => submission.markDeleted(attempt.key)}
        />
      )}
      <Facts
        facts={[
          [t('submit.id'), answer.id],
          [t('submit.createdAt'), formatTime(answer.createdAt, i18n.language)],
          [
            t('submit.goneAt'),
            goneAt === undefined
              ? undefined
              : formatTime(new Date(goneAt).toISOString(), i18n.language),
          ],
          [t('submit.requestId'), answer.requestId],
        ]}
      />
      {onStartNew && hasCreated(attempt) && (
        <Box sx={{ mt: 2 }}>
          <Button variant="contained" onClick={onStartNew}>
            <span>{t('submit.another')}</span>
          </Button>
        </Box>
      )}
    </>
  );
}
