import Button from '@mui/material/Button';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './outcome.module.css';

interface SubmitAsNewProps {
  name: string;
  /** True if a deployment of that name certainly exists. */
  isThere: boolean;
  onSubmit: () => void;
}

/** Submits despite a conflicting attempt, with a warning about the possible result. */
export function SubmitAsNew({ name, isThere, onSubmit }: SubmitAsNewProps) {
  const t = useWords();
  return (
    <div className={styles.separated}>
      <p>{t(isThere ? 'submit.asNewThere' : 'submit.asNewMaybe', { name })}</p>
      <Button size="small" variant="outlined" color="warning" onClick={onSubmit}>
        {t('submit.asNew')}
      </Button>
    </div>
  );
}
