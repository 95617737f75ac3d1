import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { CircleCheck, CircleHelp, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { AroundForeign, ForeignText } from '#src/ui/ForeignText.tsx';
import type { WatchState } from '#src/domain/lookup/readiness.ts';
import type { Attempt, AttemptAnswer } from '../attempt/attempt.ts';
import { formatClock } from './format-time.ts';
import { useWatch } from './use-watch.ts';

const looks = {
  checking: [LoaderCircle, 'info.main'],
  ready: [CircleCheck, 'success.main'],
  gone: [TriangleAlert, 'warning.main'],
  needsSignIn: [CircleHelp, 'text.secondary'],
  refused: [CircleHelp, 'text.secondary'],
  stopped: [CircleHelp, 'text.secondary'],
} as const;

interface ReadinessProps {
  attempt: Attempt;
  answer: AttemptAnswer;
  onSignIn: () => void;
  /** The deployment was deleted. */
  onGone: () => void;
}

/** How far a created deployment is, asked again until it is ready: created is not yet running. */
export function Readiness({ attempt, answer, onSignIn, onGone }: ReadinessProps) {
  const { t, i18n } = useTranslation();
  const watched = useWatch(attempt, answer);
  const { state, reading, checkedAt, isChecking, error } = watched;
  useEffect(() => {
    if (state === 'gone') onGone();
  }, [state, onGone]);
  const known = reading === undefined || reading === 'gone' ? answer : reading;
  const [Icon, color] = looks[state];
  return (
    <Box sx={{ mt: 1.5, display: 'grid', gridTemplateColumns: '18px minmax(0, 1fr)', gap: 1 }}>
      <Box sx={{ color, mt: '1px' }}>
        <Icon size={18} aria-hidden />
      </Box>
      <Box sx={{ fontSize: 13, lineHeight: '20px' }}>
        <Box aria-live="polite" sx={{ fontWeight: 500 }}>
          {known.state ? (
            <ForeignText key={known.state} text={known.state} />
          ) : (
            <span>
              {t('submit.ready', {
                ready: known.readyReplicas ?? 0,
                replicas: known.replicas ?? 0,
              })}
            </span>
          )}
        </Box>
        <Box sx={{ color: 'text.secondary' }}>
          <span>{t(`submit.watch.${state}`)}</span>
          <span>{t('submit.space')}</span>
          <span>
            {checkedAt > 0
              ? t('submit.watch.checkedAt', { time: formatClock(checkedAt, i18n.language) })
              : t('submit.watch.asCreated')}
          </span>
        </Box>
        {error !== undefined && state !== 'needsSignIn' && (
          <Box sx={{ color: 'warning.main' }}>
            <AroundForeign
              words={(reason) => t('submit.watch.failed', { reason })}
              text={error.message}
            />
          </Box>
        )}
        <WatchButton
          state={state}
          isChecking={isChecking}
          again={watched.restart}
          onSignIn={onSignIn}
        />
      </Box>
    </Box>
  );
}

interface WatchButtonProps {
  state: WatchState;
  isChecking: boolean;
  again: () => void;
  onSignIn: () => void;
}

/** What the person can do where the page does not ask by itself. */
function WatchButton({ state, isChecking, again, onSignIn }: WatchButtonProps) {
  const { t } = useTranslation();
  if (state === 'needsSignIn')
    return (
      <Button size="small" variant="outlined" onClick={onSignIn} sx={{ mt: 1 }}>
        <span>{t('submit.signIn')}</span>
      </Button>
    );
  if (state !== 'stopped' && state !== 'refused') return null;
  return (
    <Button
      size="small"
      variant="outlined"
      aria-disabled={isChecking}
      onClick={isChecking ? undefined : again}
      sx={{ mt: 1 }}
    >
      <span>{t('submit.watch.again')}</span>
    </Button>
  );
}
