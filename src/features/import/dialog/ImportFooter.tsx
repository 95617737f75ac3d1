import Button from '@mui/material/Button';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { importWords } from '../words/import-words.ts';
import type { ImportResult } from '../worker/run-import.ts';
import styles from './dialog.module.css';

interface ImportFooterProps {
  /** Undefined while the current text has no result. */
  result: ImportResult | undefined;
  readOnly: boolean;
  onClose: () => void;
  onReplace: (result: ImportResult) => void;
  onOpenDraft: (result: ImportResult) => void;
}

export function ImportFooter(props: ImportFooterProps) {
  const { result, readOnly, onClose, onReplace, onOpenDraft } = props;
  const translate = useTranslate();
  return (
    <div className={styles.footer}>
      {readOnly && <span className={styles.readOnly}>{translate(importWords.readOnly)}</span>}
      <Button variant="text" onClick={onClose} className={styles.cancel}>
        {translate(importWords.cancel)}
      </Button>
      <Button
        variant="outlined"
        disabled={readOnly || result === undefined}
        onClick={() => result && onReplace(result)}
      >
        {translate(importWords.replace)}
      </Button>
      <Button
        variant="contained"
        disabled={result === undefined}
        onClick={() => result && onOpenDraft(result)}
      >
        {translate(importWords.openDraft)}
      </Button>
    </div>
  );
}
