import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { importWords } from '../words/import-words.ts';
import type { ImportResult } from '../worker/run-import.ts';
import styles from './dialog.module.css';

interface ImportFooterProps {
  /** Undefined while the current text has no result. */
  result: ImportResult | undefined;
  readOnly: boolean;
  onClose: () => void;
  onReplace: (result: ImportResult) => Promise<void>;
  onOpenDraft: (result: ImportResult) => Promise<void>;
}

export function ImportFooter(props: ImportFooterProps) {
  const { result, readOnly, onClose, onReplace, onOpenDraft } = props;
  const translate = useTranslate();
  // Large documents take a moment.
  const [isBusy, setBusy] = useState(false);
  const apply = (action: (result: ImportResult) => Promise<void>) => {
    if (result === undefined) return;
    setBusy(true);
    void action(result).finally(() => setBusy(false));
  };
  return (
    <div className={styles.footer}>
      {readOnly && <span className={styles.readOnly}>{translate(importWords.readOnly)}</span>}
      <Button variant="text" onClick={onClose} className={styles.cancel}>
        {translate(importWords.cancel)}
      </Button>
      <Button
        variant="outlined"
        disabled={readOnly || isBusy || result === undefined}
        onClick={() => apply(onReplace)}
      >
        {translate(importWords.replace)}
      </Button>
      <Button
        variant="contained"
        disabled={isBusy || result === undefined}
        onClick={() => apply(onOpenDraft)}
      >
        {translate(importWords.openDraft)}
      </Button>
    </div>
  );
}
