import Button from '@mui/material/Button';
import { CircleCheck, CircleHelp, LoaderCircle, TriangleAlert } from 'lucide-react';
import type { WatchState } from '#src/domain/lookup/readiness.ts';
import { AroundForeign, ForeignText } from '#src/ui/words/ForeignText.tsx';
import { formatClockTime } from '#src/ui/words/format-time.ts';
import { joinSentences } from '#src/ui/words/join-sentences.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import type { Attempt, AttemptAnswer } from '../attempt/attempt.ts';
import styles from './readiness.module.css';
import { useWatch } from './use-watch.ts';

const icons = {
  checking: [LoaderCircle, styles.busy],
  ready: [CircleCheck, styles.good],
  gone: [TriangleAlert, styles.caution],
  needsSignIn: [CircleHelp, styles.secondary],
  refused: [CircleHelp, styles.secondary],
  stopped: [CircleHelp, styles.secondary],
} as const;

interface ReadinessProps {
  attempt: Attempt;
  answer: AttemptAnswer;
  onSignIn: () => void;
  onDeleted: () => void;
}

/** The readiness of a created deployment, polled until it is ready. */
export function Readiness({ attempt, answer, onSignIn, onDeleted }: ReadinessProps) {
  const t = useWords();
  const language = useLanguage();
  const { state, reading, checkedAt, isChecking, error, restart } = useWatch(
    attempt,
    answer,
    onDeleted,
  );
  const known = reading === undefined || reading === 'gone' ? answer : reading;
  const [Icon, color] = icons[state];
  const checked =
    checkedAt > 0
      ? t('submit.watch.checkedAt', { time: formatClockTime(checkedAt, language) })
      : t('submit.watch.asCreated');
  return (
    <div className={styles.readiness}>
      <Icon size={18} aria-hidden className={color} />
      <div>
        <div aria-live="polite" className={styles.state}>
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
        </div>
        <div className={styles.secondary}>
          {joinSentences(language, t(`submit.watch.${state}`), checked)}
        </div>
        {error !== undefined && state !== 'needsSignIn' && (
          <div className={styles.caution}>
            <AroundForeign
              words={(reason) => t('submit.watch.failed', { reason })}
              text={error.message}
            />
          </div>
        )}
        <WatchButton
          state={state}
          isChecking={isChecking}
          onRestart={restart}
          onSignIn={onSignIn}
        />
      </div>
    </div>
  );
}

interface WatchButtonProps {
  state: WatchState;
  isChecking: boolean;
  onRestart: () => void;
  onSignIn: () => void;
}

/** Resumes a watch that has stopped polling. */
function WatchButton({ state, isChecking, onRestart, onSignIn }: WatchButtonProps) {
  const t = useWords();
  if (state === 'needsSignIn')
    return (
      <div className={styles.action}>
        <Button size="small" variant="outlined" onClick={onSignIn}>
          <span>{t('submit.signIn')}</span>
        </Button>
      </div>
    );
  if (state !== 'stopped' && state !== 'refused') return null;
  return (
    <div className={styles.action}>
      <Button
        size="small"
        variant="outlined"
        aria-disabled={isChecking}
        onClick={isChecking ? undefined : onRestart}
      >
        <span>{t('submit.watch.again')}</span>
      </Button>
    </div>
  );
}
