import Button from '@mui/material/Button';
import { FileInput } from 'lucide-react';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './top-bar.module.css';

export function ImportButton({ onImport }: { onImport: () => void }) {
  const t = useWords();
  return (
    <Button
      size="small"
      variant="text"
      onClick={onImport}
      startIcon={<FileInput size={16} aria-hidden />}
      aria-label={t('app.import')}
      className={styles.newDocument}
      classes={{ startIcon: styles.newDocumentIcon }}
    >
      <span className={styles.newDocumentText}>{t('app.import')}</span>
    </Button>
  );
}
