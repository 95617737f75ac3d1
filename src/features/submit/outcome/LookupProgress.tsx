import Button from '@mui/material/Button';
import { isSamePlace } from '#src/client/session/place.ts';
import type { Lookup } from '#src/domain/lookup/lookup.ts';
import { AroundForeign } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import type { AttemptViewProps } from './attempt-view.ts';
import { CandidateList } from './CandidateList.tsx';
import { ErrorDetails } from './ErrorDetails.tsx';
import styles from './outcome.module.css';
import { useSecondsLeft } from './use-seconds-left.ts';

/** The progress of a lookup: the result of the last poll, the time of the next one, and buttons to control it. */
export function LookupProgress({ attempt, lookup, here, actions }: AttemptViewProps) {
  const { error, place } = attempt;
  const isAway = here !== undefined && !isSamePlace(here, place);
  const lacksToken = lookup?.phase === 'needsSignIn' && place.needsToken;
  const away = lacksToken && isAway ? place.label : undefined;
  return (
    <div>
      {error && <ErrorDetails error={error} />}
      {lookup && <LookupState lookup={lookup} away={away} />}
      {lookup?.candidates && <CandidateList candidates={lookup.candidates} />}
      <LookupButtons
        submission={actions.submission}
        phase={lookup?.phase}
        lacksToken={lacksToken}
        away={away}
      />
    </div>
  );
}

interface LookupStateProps {
  lookup: Lookup;
  /** The label of the target, if it lacks a token and the page is connected to another place. */
  away: string | undefined;
}

function LookupState({ lookup, away }: LookupStateProps) {
  const t = useWords();
  const { error, polls, isIncomplete } = lookup;
  return (
    <div className={styles.block}>
      {error?.message ? (
        <div className={styles.error}>
          <AroundForeign
            words={(reason) => t('submit.pollFailed', { reason })}
            text={error.message}
          />
        </div>
      ) : (
        polls > 0 && <div>{t('submit.polls', { count: polls })}</div>
      )}
      {isIncomplete && <div>{t('submit.incompleteList')}</div>}
      <div>
        <NextPoll lookup={lookup} away={away} />
      </div>
    </div>
  );
}

function NextPoll({ lookup: { phase, nextAt }, away }: LookupStateProps) {
  const t = useWords();
  const seconds = useSecondsLeft(phase === 'waiting' ? nextAt : 0);
  if (phase === 'stopped') return t('submit.pollingStopped');
  if (away !== undefined) return t('submit.needsTokenAway', { label: away });
  if (phase === 'needsSignIn') return t('submit.needsSignIn');
  return phase === 'polling' ? t('submit.polling') : t('submit.nextPoll', { seconds });
}

interface LookupButtonsProps {
  submission: AttemptViewProps['actions']['submission'];
  phase: Lookup['phase'] | undefined;
  lacksToken: boolean;
  away: string | undefined;
}

function LookupButtons({ submission, phase, lacksToken, away }: LookupButtonsProps) {
  const t = useWords();
  const isStopped = phase === 'stopped';
  return (
    <div className={styles.lookupActions}>
      {phase === 'needsSignIn' && (
        <Button size="small" variant="outlined" onClick={() => submission.signIn()}>
          {away === undefined ? t('submit.signIn') : t('submit.tokenFor', { label: away })}
        </Button>
      )}
      {!lacksToken && (
        <Button
          size="small"
          variant="outlined"
          aria-disabled={phase === 'polling'}
          onClick={() => submission.pollNow()}
        >
          {t('submit.pollNow')}
        </Button>
      )}
      {!lacksToken && (
        <Button
          size="small"
          variant="text"
          aria-disabled={isStopped}
          className={isStopped ? styles.off : undefined}
          onClick={() => submission.stopPolling()}
        >
          {t('submit.stopPolling')}
        </Button>
      )}
    </div>
  );
}
