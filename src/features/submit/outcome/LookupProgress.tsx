import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { AroundForeign } from '#src/ui/ForeignText.tsx';
import type { Attempt } from '../attempt/attempt.ts';
import { ErrorFacts } from './ErrorFacts.tsx';
import type { Lookup } from '#src/domain/lookup/lookup.ts';
import { CandidateList } from './CandidateList.tsx';
import type { Submission } from '../submission/submission-view.ts';
import { useSecondsLeft } from './use-seconds.ts';

interface SearchProgressProps {
  lookup: Lookup | undefined;
  attempt: Attempt;
  /** True if the connection points to another place. */
  isAway: boolean;
  submission: Submission;
}

/** The progress of a lookup: what the last list showed, when the next poll is due, and the buttons to steer it. */
export function LookupProgress({ lookup, attempt, isAway, submission }: SearchProgressProps) {
  const { t } = useTranslation();
  const { error, place } = attempt;
  const isStopped = lookup?.phase === 'stopped';
  const lacksSignIn = lookup?.phase === 'needsSignIn';
  const lacksToken = lacksSignIn && place.needsToken;
  const away = lacksToken && isAway ? place.label : undefined;
  return (
    <Box>
      {error && <ErrorFacts error={error} />}
      {lookup && (
        <Box sx={{ mt: 1.5, fontSize: 13 }}>
          {lookup.error?.message ? (
            <Box sx={{ color: 'error.main' }}>
              <AroundForeign
                words={(reason) => t('submit.lookFailed', { reason })}
                text={lookup.error.message}
              />
            </Box>
          ) : (
            lookup.polls > 0 && <Box>{t('submit.looked', { count: lookup.polls })}</Box>
          )}
          {lookup.isIncomplete && <Box>{t('submit.cutShort')}</Box>}
          <Box>
            <NextPoll lookup={lookup} away={away} />
          </Box>
        </Box>
      )}
      {lookup?.candidates && <CandidateList candidates={lookup.candidates} />}
      <Box sx={{ mt: 1, display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {lacksSignIn && (
          <Button size="small" variant="outlined" onClick={() => submission.signIn()}>
            {away === undefined ? t('submit.signIn') : t('submit.tokenFor', { label: away })}
          </Button>
        )}
        {!lacksToken && (
          <Button
            size="small"
            variant="outlined"
            aria-disabled={lookup?.phase === 'polling'}
            onClick={() => submission.pollNow()}
          >
            {t('submit.lookNow')}
          </Button>
        )}
        {!lacksToken && (
          <Button
            size="small"
            variant="text"
            aria-disabled={isStopped}
            sx={{ opacity: isStopped ? 0.6 : 1 }}
            onClick={() => submission.stopPolling()}
          >
            {t('submit.stopLooking')}
          </Button>
        )}
      </Box>
    </Box>
  );
}

/** `away`: the target that lacks a token while the connection points elsewhere. */
function NextPoll({ lookup, away }: { lookup: Lookup; away: string | undefined }) {
  const { t } = useTranslation();
  const seconds = useSecondsLeft(lookup.phase === 'waiting' ? lookup.nextAt : 0);
  if (lookup.phase === 'stopped') return t('submit.stopped');
  if (away !== undefined) return t('submit.needsTokenAway', { label: away });
  if (lookup.phase === 'needsSignIn') return t('submit.needsSignIn');
  return lookup.phase === 'polling' ? t('submit.looking') : t('submit.nextLook', { seconds });
}
