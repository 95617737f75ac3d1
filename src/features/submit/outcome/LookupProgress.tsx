import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { AroundForeign } from '#src/ui/ForeignText.tsx';
import type { Attempt } from '../attempt/attempt.ts';
import { ErrorFacts } from './ErrorFacts.tsx';
import type { Search } from '#src/domain/lookup/lookup.ts';
import { Seen } from './CandidateList.tsx';
import type { Submission } from '../submission/submission-view.ts';
import { useSecondsLeft } from './use-seconds.ts';

interface SearchProgressProps {
  search: Search | undefined;
  attempt: Attempt;
  /** True if the connection points to another place. */
  isAway: boolean;
  submission: Submission;
}

/** How the search for an attempt goes: what was seen, when the next look is due, and the person's say in it. */
export function SearchProgress({ search, attempt, isAway, submission }: SearchProgressProps) {
  const { t } = useTranslation();
  const { error, place } = attempt;
  const isStopped = search?.phase === 'stopped';
  const lacksSignIn = search?.phase === 'needsSignIn';
  const lacksToken = lacksSignIn && place.needsToken;
  const away = lacksToken && isAway ? place.label : undefined;
  return (
    <Box>
      {error && <ErrorFacts error={error} />}
      {search && (
        <Box sx={{ mt: 1.5, fontSize: 13 }}>
          {search.trouble?.message ? (
            <Box sx={{ color: 'error.main' }}>
              <AroundForeign
                words={(reason) => t('submit.lookFailed', { reason })}
                text={search.trouble.message}
              />
            </Box>
          ) : (
            search.looks > 0 && <Box>{t('submit.looked', { count: search.looks })}</Box>
          )}
          {search.isCut && <Box>{t('submit.cutShort')}</Box>}
          <Box>
            <NextLook search={search} away={away} />
          </Box>
        </Box>
      )}
      {search?.sighting && <Seen sighting={search.sighting} />}
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
            aria-disabled={search?.phase === 'looking'}
            onClick={() => submission.look()}
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
            onClick={() => submission.stopLooking()}
          >
            {t('submit.stopLooking')}
          </Button>
        )}
      </Box>
    </Box>
  );
}

/** `away`: the target that lacks a token while the connection points elsewhere. */
function NextLook({ search, away }: { search: Search; away: string | undefined }) {
  const { t } = useTranslation();
  const seconds = useSecondsLeft(search.phase === 'waiting' ? search.nextAt : 0);
  if (search.phase === 'stopped') return t('submit.stopped');
  if (away !== undefined) return t('submit.needsTokenAway', { label: away });
  if (search.phase === 'needsSignIn') return t('submit.needsSignIn');
  return search.phase === 'looking' ? t('submit.looking') : t('submit.nextLook', { seconds });
}
