import IconButton from '@mui/material/IconButton';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { foreignShort } from '#src/domain/core/characters/foreign-text.ts';
import { getIn } from '#src/json/get-in.ts';
import { useDocument } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './top-bar.module.css';
import { useTabTitle } from '#src/ui/words/use-tab-title.ts';

interface DocumentTitleProps {
  saveWord: ReactNode;
  onDrafts: () => void;
}

/** The name of the deployment with the menu of drafts, and the save state. */
export function DocumentTitle({ saveWord, onDrafts }: DocumentTitleProps) {
  const t = useWords();
  return (
    <div className={styles.document}>
      <div className={styles.nameRow}>
        <div className={styles.name}>
          <DocumentName />
        </div>
        <IconButton
          size="small"
          aria-label={t('app.drafts')}
          title={t('app.drafts')}
          aria-haspopup="dialog"
          onClick={onDrafts}
          className={styles.drafts}
        >
          <ChevronDown size={16} aria-hidden />
        </IconButton>
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
  useTabTitle(foreignShort(words));
  // In its own element, because translators replace bare text nodes, which React then cannot update.
  return <span>{words}</span>;
}
