import type { ReactNode } from 'react';
import { getIn } from '#src/json/get-in.ts';
import { useDocument } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './top-bar.module.css';
import { useTabTitle } from './use-tab-title.ts';

/** The name of the document, below it whether it is saved. */
export function DocumentTitle({ saveWord }: { saveWord: ReactNode }) {
  return (
    <div className={styles.document}>
      <div className={styles.name}>
        <DocumentName />
      </div>
      <div className={styles.saved}>{saveWord}</div>
    </div>
  );
}

/** A component of its own, so that typing the name renders nothing else of the bar. */
function DocumentName() {
  const t = useWords();
  const name = useDocument((document) => getIn(document, ['name']));
  const words = typeof name === 'string' && name.trim() !== '' ? name : t('app.untitled');
  useTabTitle(words);
  // In its own element: a translator may replace a bare text node, and React could no longer update it.
  return <span>{words}</span>;
}
