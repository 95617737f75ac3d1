import { FlaskConical } from 'lucide-react';
import { useConnection } from '#src/client/connection/connection.ts';
import { knownTarget } from '#src/client/targets/target-state.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './start-page.module.css';
import { startWords } from './start-words.ts';

/** Says that a mock is in use, so that newcomers know that they can try everything. */
export function MockNote() {
  const translate = useTranslate();
  const { targetState, open } = useConnection();
  if (knownTarget(targetState)?.kind !== 'mock') return null;
  return (
    <div className={styles.mock}>
      <FlaskConical size={18} aria-hidden className={styles.mockIcon} />
      <span>{translate(startWords.mock)}</span>
      <button type="button" className={styles.mockLink} onClick={open}>
        {translate(startWords.connect)}
      </button>
    </div>
  );
}
