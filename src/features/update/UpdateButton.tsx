import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import clsx from 'clsx';
import { Upload } from 'lucide-react';
import type { Ref } from 'react';
import type { NamedPlace } from '#src/client/session/place.ts';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useWords } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { updateWords as words } from './update-words.ts';
import styles from './update.module.css';

interface UpdateButtonProps {
  place: NamedPlace;
  isBusy: boolean;
  /** True while pressing it does nothing. */
  isOff: boolean;
  /** True after the update: sending it again is not the next step. */
  isDone: boolean;
  onPress: () => void;
  ref: Ref<HTMLButtonElement>;
}

/** The button that sends the update, next to its destination. */
export function UpdateButton(props: UpdateButtonProps) {
  const { place, isBusy, isOff, isDone, onPress, ref } = props;
  const t = useWords();
  const translate = useTranslate();
  const effect =
    place.kind === 'mock' ? words.effectMock : words.effectLive(place.projectId.slice(-6));
  return (
    <>
      <div className={styles.destination}>
        <div>
          <ForeignName text={place.label} />
          <span>{' · '}</span>
          <span>{t(`edition.${place.edition}`)}</span>
          {place.edition === 'platinum' && place.instanceId !== '' && (
            <>
              <span>{' · '}</span>
              <ForeignName text={place.instanceId} />
            </>
          )}
        </div>
        <div className={styles.quiet}>{translate(effect)}</div>
      </div>
      <Button
        ref={ref}
        variant={isDone ? 'outlined' : 'contained'}
        // Stays focusable: a disabled button would lose the focus.
        aria-disabled={isOff}
        onClick={(event) => {
          // The second click of a double click.
          if (event.detail < 2) onPress();
        }}
        startIcon={
          isBusy ? <CircularProgress size={16} color="inherit" /> : <Upload size={16} aria-hidden />
        }
        className={clsx(styles.button, isOff && styles.off)}
      >
        <span>{translate(words.update)}</span>
      </Button>
    </>
  );
}
