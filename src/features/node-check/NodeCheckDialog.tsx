import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useMemo, useState } from 'react';
import { nodeCheckScript } from '#src/convert/node-check/node-check-script.ts';
import type { Json } from '#src/json/value.ts';
import { copyText, downloadText } from '#src/ui/clipboard/copy-and-download.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { nodeCheckWords as words } from './node-check-words.ts';
import styles from './node-check.module.css';

interface NodeCheckDialogProps {
  body: Json;
  onClose: () => void;
}

/** The script that checks the node for a body, to copy or download. */
export function NodeCheckDialog({ body, onClose }: NodeCheckDialogProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const titleId = useId();
  const [now] = useState(() => Date.now());
  const script = useMemo(() => nodeCheckScript(body, { language, now }), [body, language, now]);
  const [isCopied, setCopied] = useState<boolean>();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate(words.title)}</DialogTitle>
      <DialogContent>
        <p className={styles.help}>{translate(words.help)}</p>
        <div
          role="region"
          aria-label={translate(words.script)}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled by keys
          tabIndex={0}
          className={styles.script}
        >
          <pre>{script}</pre>
        </div>
        <div role="status" className={styles.help}>
          {isCopied !== undefined && translate(isCopied ? words.copied : words.notCopied)}
        </div>
      </DialogContent>
      <DialogActions className={styles.actions ?? ''}>
        <Button variant="text" onClick={onClose}>
          <span>{translate(words.close)}</span>
        </Button>
        <Button variant="outlined" onClick={() => downloadText(script, 'node-check.sh')}>
          <span>{translate(words.download)}</span>
        </Button>
        <Button variant="contained" onClick={() => void copyText(script).then(setCopied)}>
          <span>{translate(words.copy)}</span>
        </Button>
      </DialogActions>
    </Dialog>
  );
}
