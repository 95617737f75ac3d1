import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import { TriangleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import type { Text } from '#src/domain/core/text.ts';
import { joinSentences } from '#src/ui/words/join-sentences.ts';
import { useLanguage } from '#src/ui/words/page-words.ts';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import styles from './share.module.css';
import { shareWords } from './share-words.ts';

interface LinkProblemDialogProps {
  title: Text;
  message: Text;
  onClose: () => void;
  /** Buttons before the one that closes the dialog. */
  children?: ReactNode;
}

/** Why a share link was not opened. */
export function LinkProblemDialog({ title, message, onClose, children }: LinkProblemDialogProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const id = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      transitionDuration={0}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-message`}
      slotProps={{ paper: { className: styles.alert ?? '' } }}
    >
      <h2 id={`${id}-title`} className={styles.alertTitle}>
        <TriangleAlert size={18} aria-hidden className={styles.alertIcon} />
        {translate(title)}
      </h2>
      <p id={`${id}-message`} className={styles.intro}>
        {joinSentences(language, translate(message), translate(shareWords.nothingChanged))}
      </p>
      <div className={styles.actions}>
        {children}
        <Button variant="contained" onClick={onClose}>
          {translate(shareWords.close)}
        </Button>
      </div>
    </Dialog>
  );
}
