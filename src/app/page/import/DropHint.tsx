import { useWords } from '#src/ui/words/page-words.ts';
import styles from './drop-hint.module.css';

/** Covers the page while files are dragged over it. */
export function DropHint() {
  const t = useWords();
  return <div className={styles.hint}>{t('app.dropHint')}</div>;
}
