import Button from '@mui/material/Button';
import { useWords } from '#src/ui/words/page-words.ts';
import { toElapsedMoment, useSecondsSince } from './outcome/use-seconds-left.ts';
import styles from './submit.module.css';

/** After this time the user may want to stop waiting for the response, seconds. */
const LONG_S = 10;

/** The seconds since a create was sent, so that a slow response does not look like a dead page, and a way to stop. */
export function WaitingNote({ sentAt, onStop }: { sentAt: number; onStop: () => void }) {
  const t = useWords();
  const seconds = useSecondsSince(toElapsedMoment(sentAt));
  return (
    <div className={styles.waiting}>
      <span className={styles.elapsed}>{t('submit.elapsed', { seconds })}</span>
      {seconds >= LONG_S && (
        <>
          <Button size="small" variant="outlined" onClick={onStop}>
            {t('submit.stopWaiting')}
          </Button>
          <div className={styles.help}>{t('submit.stopHelp')}</div>
        </>
      )}
    </div>
  );
}
