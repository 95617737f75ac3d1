import Button from '@mui/material/Button';
import { useWords } from '#src/ui/words/page-words.ts';
import type { AttemptViewProps } from './attempt-view.ts';
import { CandidateList } from './CandidateList.tsx';
import { MismatchDetails } from './MismatchDetails.tsx';
import styles from './outcome.module.css';

/** After a lookup that found no deployment or several: shows the candidates of the last list to the user. */
export function UncertainDetails({ attempt, actions: { submission } }: AttemptViewProps) {
  const t = useWords();
  const { state, sighting } = attempt;
  return (
    <>
      <MismatchDetails attempt={attempt} />
      {sighting && (
        <>
          <CandidateList candidates={sighting} />
          <div className={styles.actions}>
            <Button size="small" variant="outlined" onClick={() => submission.pollNow()}>
              <span>{t('submit.pollAgain')}</span>
            </Button>
            {state === 'ambiguous' && (
              <Button size="small" variant="outlined" onClick={() => submission.dismiss()}>
                <span>{t('submit.markAsChecked')}</span>
              </Button>
            )}
          </div>
        </>
      )}
    </>
  );
}
