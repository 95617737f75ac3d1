import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useCallback, type ReactNode } from 'react';
import styles from './paste.module.css';

interface PasteFrameProps {
  title: string;
  intro: string;
  decline: string;
  accept: string;
  /** True if there is nothing to accept. */
  isEmpty: boolean;
  onAccept: () => void;
  onDecline: () => void;
  children: ReactNode;
}

/** The dialog around pasted lines. Its last button, which has the focus, accepts them. */
export function PasteFrame(props: PasteFrameProps) {
  const { title, intro, decline, accept, isEmpty, onAccept, onDecline, children } = props;
  const takeFocus = useCallback((button: HTMLButtonElement | null) => button?.focus(), []);
  return (
    <Dialog
      open
      onClose={onDecline}
      fullWidth
      maxWidth="md"
      aria-labelledby="paste-title"
      aria-describedby="paste-intro"
      slotProps={{ paper: { className: styles.paper ?? '' } }}
    >
      <DialogTitle id="paste-title" className={styles.title ?? ''}>
        {title}
      </DialogTitle>
      {/* Focusable, so that it scrolls with the keyboard. */}
      <DialogContent
        tabIndex={0}
        role="group"
        aria-labelledby="paste-title"
        className={styles.content ?? ''}
      >
        <div id="paste-intro" className={styles.intro}>
          {intro}
        </div>
        {children}
      </DialogContent>
      <DialogActions className={styles.actions ?? ''}>
        <Button variant="text" onClick={onDecline}>
          {decline}
        </Button>
        <Button ref={takeFocus} variant="contained" disabled={isEmpty} onClick={onAccept}>
          {accept}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
