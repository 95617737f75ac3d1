import Button from '@mui/material/Button';
import { useWords } from '../words/page-words.ts';
import type { PartFailure } from './part-failure.ts';
import styles from './part-missing.module.css';

interface PartMissingProps {
  again: () => void;
  failure: PartFailure;
  /** Names the missing part, instead of "a part of the page". */
  words?: string;
}

/** Replaces a missing part of the page: the reason, a retry button and a reload button. */
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
