import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import clsx from 'clsx';
import { Send } from 'lucide-react';
import { useRef, type KeyboardEvent, type MouseEvent, type Ref } from 'react';
import type { NamedPlace } from '#src/client/session/place.ts';
import type { TargetState } from '#src/client/targets/target-state.ts';
import { useLanguage, useWords } from '#src/ui/words/page-words.ts';
import { DestinationNote } from './DestinationNote.tsx';
import { buttonName } from './words/format-place.ts';
import type { SubmissionView } from './submission/submission-view.ts';
import styles from './submit.module.css';

interface SubmitBarProps {
  buttonRef: Ref<HTMLButtonElement>;
  targetState: TargetState;
  place: NamedPlace | undefined;
  activity: SubmissionView['activity'];
  isBlocked: boolean;
  /** True if exactly this was created: sending it again is not the next step. */
  isDone: boolean;
  /** Why the user cannot submit now. */
  obstacle: string | undefined;
  onSubmit: () => void;
  /** Opens the connection settings. */
  onConnect: () => void;
}

/** The button that creates the deployment, next to its destination. */
export function SubmitBar(props: SubmitBarProps) {
  const { buttonRef, targetState, place, activity, isBlocked, isDone, obstacle } = props;
  const t = useWords();
  const language = useLanguage();
  const pressedWithoutPlace = useRef(false);
  const press = (event: MouseEvent) => {
    // The second click of a double click.
    if (event.detail >= 2) return;
    // A press that starts before the destination is shown must not send there when it ends.
    if (pressedWithoutPlace.current && place) props.onConnect();
    else props.onSubmit();
  };
  const isBusy = activity !== 'none';
  const isOff = isBusy || isBlocked;
  return (
    <>
      <DestinationNote
        targetState={targetState}
        place={place}
        obstacle={isBusy ? undefined : obstacle}
      />
      <Button
        ref={buttonRef}
        variant={isDone && !isBusy ? 'outlined' : 'contained'}
        aria-label={isBusy || !place ? undefined : buttonName(t, language, place)}
        // Stays focusable while busy: a disabled button would lose the focus.
        aria-disabled={isOff}
        onPointerDown={() => (pressedWithoutPlace.current = place === undefined)}
        onClick={isOff ? undefined : press}
        onKeyDown={(event) => {
          pressedWithoutPlace.current = false;
          ignoreRepeats(event);
        }}
        startIcon={
          isBusy ? <CircularProgress size={16} color="inherit" /> : <Send size={16} aria-hidden />
        }
        className={clsx(styles.button, isOff && styles.off)}
      >
        <span>
          {isBusy
            ? t(activity === 'checking' ? 'submit.checking' : 'submit.sending')
            : t('submit.create')}
        </span>
      </Button>
    </>
  );
}

/** A key held down presses the button once. */
function ignoreRepeats(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}
