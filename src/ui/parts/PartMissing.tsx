import Button from '@mui/material/Button';
import { useWords } from '../words/page-words.ts';
import type { PartFailure } from './part-failure.ts';
import styles from './part-missing.module.css';

interface PartMissingProps {
  again: () => void;
  failure: PartFailure;
  /** Says what is missing, where more can be said than "this part of the page". */
  words?: string;
}

/** In place of a missing part of the page: why it is missing, a retry, and a reload. */
export function PartMissing({ again, failure, words }: PartMissingProps) {
  const t = useWords();
  return (
    <div role="alert" className={styles.missing}>
      <div>{words ?? t(`part.${failure}`)}</div>
      <div className={styles.help}>{t(`part.${failure}Help`)}</div>
      <div className={styles.actions}>
        <Button size="small" variant="outlined" onClick={again}>
          {t('action.retry')}
        </Button>
        <Button size="small" variant="text" onClick={() => window.location.reload()}>
          {t('app.reload')}
        </Button>
      </div>
    </div>
  );
}
