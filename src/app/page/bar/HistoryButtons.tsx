import IconButton from '@mui/material/IconButton';
import { Redo2, Undo2 } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useEditor } from '#src/ui/editing/editor.ts';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './top-bar.module.css';

/** They stay focusable when there is nothing left to undo or redo: a disabled button would lose the focus. */
export function HistoryButtons() {
  const t = useWords();
  const { store, history } = useEditor();
  const canUndo = useSyncExternalStore(store.subscribe, store.canUndo);
  const canRedo = useSyncExternalStore(store.subscribe, store.canRedo);
  return (
    <div className={styles.history}>
      <IconButton
        size="small"
        aria-label={t('app.undo')}
        title={t('app.undo')}
        aria-disabled={!canUndo}
        onClick={history.undo}
      >
        <Undo2 size={18} aria-hidden />
      </IconButton>
      <IconButton
        size="small"
        aria-label={t('app.redo')}
        title={t('app.redo')}
        aria-disabled={!canRedo}
        onClick={history.redo}
      >
        <Redo2 size={18} aria-hidden />
      </IconButton>
    </div>
  );
}
