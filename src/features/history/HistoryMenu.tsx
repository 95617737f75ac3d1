import IconButton from '@mui/material/IconButton';
import { History } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { closeHistory, openHistory, useIsHistoryOpen } from './history-open.ts';
import { HistoryPanel } from './HistoryPanel.tsx';
import { historyWords } from './history-words.ts';
import styles from './history.module.css';

/** The button beside Undo and Redo, with the list of steps below it. */
export function HistoryMenu() {
  const translate = useTranslate();
  const isOpen = useIsHistoryOpen();
  useEffect(() => closeHistory, []);
  return (
    <div className={styles.root}>
      <IconButton
        size="small"
        aria-label={translate(historyWords.title)}
        title={translate(historyWords.title)}
        aria-expanded={isOpen}
        onClick={isOpen ? closeHistory : openHistory}
        className={styles.button}
      >
        <History size={18} aria-hidden />
      </IconButton>
      {isOpen && <HistoryPanel onClose={closeHistory} />}
    </div>
  );
}
