import type { ReactNode } from 'react';
import { getIn } from '#src/json/get-in.ts';
import { useDocument } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './top-bar.module.css';
import { useTabTitle } from './use-tab-title.ts';

/** The name of the deployment and the save state. */
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

/** A separate component, so that typing the name does not re-render the rest of the bar. */
function DocumentName() {
  const t = useWords();
  const name = useDocument((document) => getIn(document, ['name']));
  const words = typeof name === 'string' && name.trim() !== '' ? name : t('app.untitled');
  useTabTitle(words);
  // In its own element, because translators replace bare text nodes, which React then cannot update.
  return <span>{words}</span>;
}
