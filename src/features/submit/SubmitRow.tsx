import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import clsx from 'clsx';
import { Send } from 'lucide-react';
import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode, type Ref } from 'react';
import type { NamedPlace } from '#src/client/session/place.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { labelInSentence, shortPlaceWords } from './words/format-place.ts';
import { toElapsedMoment, useSecondsSince } from './outcome/use-seconds-left.ts';
import type { SubmissionView } from './submission/submission-view.ts';
import styles from './submit.module.css';

/** After this many seconds the user may stop waiting for the response. */
const LONG_S = 10;

interface SubmitRowProps {
  buttonRef: Ref<HTMLButtonElement>;
  place: NamedPlace | undefined;
  activity: SubmissionView['activity'];
  /** When it was sent, milliseconds since 1970. */
  sentAt: number;
  isBlocked: boolean;
  /** True if exactly this document was created: sending it again is not the next step. */
  isDone: boolean;
  /** Why the user cannot submit now. */
  note: ReactNode;
  onSubmit: () => void;
  /** Opens the connection settings. */
  onConnect: () => void;
  onStopWaiting: () => void;
}

/** The button that sends, with its destination, and how long the response takes. */
export function SubmitRow(props: SubmitRowProps) {
  const { buttonRef, place, activity, sentAt, isBlocked, isDone, note, onSubmit, onStopWaiting } =
    props;
  const wasUnknown = useRef(false);
  const press = (event: MouseEvent) => {
    // The second click of a double click.
    if (event.detail >= 2) return;
    // A press that starts before the destination is shown must not send there when it ends.
    if (wasUnknown.current && place) props.onConnect();
    else onSubmit();
  };
  const t = useWords();
  const isBusy = activity !== 'none';
  const isOff = isBusy || isBlocked;
  return (
    <div className={styles.row}>
      <Button
        ref={buttonRef}
        variant={isDone && !isBusy ? 'outlined' : 'contained'}
        size="large"
        // Stays focusable while busy: a disabled button would lose the focus.
        aria-disabled={isOff}
        onPointerDown={() => (wasUnknown.current = place === undefined)}
        onClick={isOff ? undefined : press}
        onKeyDown={(event) => {
          wasUnknown.current = false;
          ignoreRepeats(event);
        }}
        startIcon={
          isBusy ? <CircularProgress size={16} color="inherit" /> : <Send size={16} aria-hidden />
        }
        className={clsx(styles.button, isOff && styles.off)}
      >
        {isBusy ? (
          <span>{t(activity === 'checking' ? 'submit.checking' : 'submit.sending')}</span>
        ) : (
          <Destination place={place} />
        )}
      </Button>
      {activity === 'sending' && <Waiting sentAt={sentAt} onStop={onStopWaiting} />}
      {!isBusy && note && <div className={styles.note}>{note}</div>}
    </div>
  );
}

/** Marks where elements are inserted into a translated sentence. */
const HOLE = '\u0000';

function Destination({ place }: { place: NamedPlace | undefined }) {
  const t = useWords();
  const language = useLanguage();
  if (place === undefined) return <span>{t('submit.notYet')}</span>;
  const [main, open, close] = t('submit.button', {
    label: labelInSentence(language, place.label) + HOLE,
    place: HOLE,
  }).split(HOLE);
  const list = new Intl.ListFormat(language, { type: 'conjunction', style: 'narrow' });
  return (
    <span>
      <span>{main}</span>
      <span className={styles.place}>
        <span>{open}</span>
        {list.formatToParts(shortPlaceWords(t, place)).map(({ type, value }, index) => (
          // By index: a word that changes during a press stays the same element.
          <span key={index} className={type === 'element' ? styles.word : undefined}>
            {value}
          </span>
        ))}
        <span>{close}</span>
      </span>
    </span>
  );
}

/** The seconds since it was sent, so that a slow response does not look like a dead page, and a way to stop waiting. */
function Waiting({ sentAt, onStop }: { sentAt: number; onStop: () => void }) {
  const t = useWords();
  const seconds = useSecondsSince(toElapsedMoment(sentAt));
  return (
    <>
      <span className={styles.elapsed}>{t('submit.elapsed', { seconds })}</span>
      {seconds >= LONG_S && (
        <>
          <Button size="small" variant="outlined" onClick={onStop}>
            {t('submit.stopWaiting')}
          </Button>
          <div className={styles.help}>{t('submit.stopHelp')}</div>
        </>
      )}
    </>
  );
}

/** A key held down presses the button once. */
function ignoreRepeats(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}
