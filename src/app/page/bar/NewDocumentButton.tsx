import Button from '@mui/material/Button';
import clsx from 'clsx';
import { FilePlus2 } from 'lucide-react';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './top-bar.module.css';

export function NewDocumentButton({ onNew }: { onNew: () => void }) {
  const t = useWords();
  return (
    <Button
      size="small"
      variant="text"
      onClick={onNew}
      startIcon={<FilePlus2 size={16} aria-hidden />}
      aria-label={t('app.newDocument')}
      className={clsx(styles.newDocument, styles.startNew)}
      classes={{ startIcon: styles.newDocumentIcon }}
    >
      <span className={styles.newDocumentText}>{t('app.newDocument')}</span>
    </Button>
  );
}
