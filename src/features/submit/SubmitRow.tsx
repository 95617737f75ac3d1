import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import { Send } from 'lucide-react';
import { Fragment, type KeyboardEvent, type MouseEvent, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedPlace } from '#src/client/place.ts';
import { shortWords, spaced } from './outcome/format-place.ts';
import type { SubmissionView } from './submission/submission-view.ts';
import { toElapsedMoment, useNow } from './outcome/use-seconds.ts';

/** After this long a person may want to give up on the answer, seconds. */
const LONG_S = 10;

interface SubmitRowProps {
  buttonRef: Ref<HTMLButtonElement>;
  place: NamedPlace | undefined;
  activity: SubmissionView['activity'];
  /** When it was sent, while an answer is waited for. */
  since: number;
  isBlocked: boolean;
  /** True if exactly this was created: to send it again is not the next step. */
  isDone: boolean;
  /** Why not now. */
  note: ReactNode;
  onSubmit: () => void;
  onStopWaiting: () => void;
}

/** The one button that sends, with where to, and how long an answer is waited for. */
export function SubmitRow(props: SubmitRowProps) {
  const { buttonRef, place, activity, since, isBlocked, isDone, note, onSubmit, onStopWaiting } =
    props;
  const { t } = useTranslation();
  const isBusy = activity !== 'none';
  const isOff = isBusy || isBlocked;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', columnGap: 2, rowGap: 1, flexWrap: 'wrap' }}>
      <Button
        ref={buttonRef}
        variant={isDone && !isBusy ? 'outlined' : 'contained'}
        size="large"
        // Stays focusable while busy: a disabled button would drop the focus.
        aria-disabled={isOff}
        onClick={isOff ? undefined : oncePerPress(onSubmit)}
        onKeyDown={dropRepeats}
        startIcon={
          isBusy ? <CircularProgress size={16} color="inherit" /> : <Send size={16} aria-hidden />
        }
        sx={{ opacity: isOff ? 0.6 : 1, textAlign: 'left', py: 0.75 }}
      >
        {isBusy ? (
          <span>{t(activity === 'checking' ? 'submit.checking' : 'submit.sending')}</span>
        ) : (
          <Destination place={place} />
        )}
      </Button>
      {activity === 'sending' && <Waiting since={since} onStop={onStopWaiting} />}
      {!isBusy && note && <Box sx={{ fontSize: 13, color: 'warning.main' }}>{note}</Box>}
    </Box>
  );
}

function Destination({ place }: { place: NamedPlace | undefined }) {
  const { t } = useTranslation();
  if (place === undefined) return <span>{t('submit.notYet')}</span>;
  return (
    <span>
      <span>{t('submit.button', { label: spaced(t, place.label) })}</span>
      <span>{t('submit.space')}</span>
      <Box component="span" sx={{ fontSize: 13, fontWeight: 400 }}>
        <span>{t('submit.bracket.open')}</span>
        {shortWords(t, place).map((word, at) => (
          // By place: a word that changes under a press stays the same element.
          <Fragment key={at}>
            {at > 0 && <span>{t('submit.comma')}</span>}
            <span style={{ whiteSpace: 'nowrap' }}>{word}</span>
          </Fragment>
        ))}
        <span>{t('submit.bracket.close')}</span>
      </Box>
    </span>
  );
}

/** The seconds that go by, so that a slow answer is not taken for a dead page, and a way out of them. */
function Waiting({ since, onStop }: { since: number; onStop: () => void }) {
  const { t } = useTranslation();
  const begunAt = toElapsedMoment(since);
  const seconds = Math.max(0, Math.floor((useNow() - begunAt) / 1000));
  return (
    <>
      <span style={{ fontSize: 13 }}>{t('submit.elapsed', { seconds })}</span>
      {seconds >= LONG_S && (
        <>
          <Button size="small" variant="outlined" onClick={onStop}>
            {t('submit.stopWaiting')}
          </Button>
          <Box sx={{ fontSize: 13, color: 'text.secondary', flexBasis: '100%' }}>
            {t('submit.stopHelp')}
          </Box>
        </>
      )}
    </>
  );
}

/** The second click of a double click is no second wish. */
function oncePerPress(act: () => void) {
  return (event: MouseEvent) => {
    if (event.detail < 2) act();
  };
}

/** A key held down presses the button once. */
function dropRepeats(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}
