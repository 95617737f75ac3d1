import Checkbox from '@mui/material/Checkbox';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './submit.module.css';

interface CreateAnywayBoxProps {
  errorCount: number;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
}

/** Lets the user send a document that has errors. */
export function CreateAnywayBox({ errorCount, isChecked, onChange }: CreateAnywayBoxProps) {
  const t = useWords();
  if (errorCount === 0) return null;
  return (
    <label className={styles.createAnyway}>
      <Checkbox
        size="small"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
        className={styles.createAnywayBox}
      />
      {t('submit.createAnyway', { count: errorCount })}
    </label>
  );
}
