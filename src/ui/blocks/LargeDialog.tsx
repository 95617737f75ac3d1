import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import useMediaQuery from '@mui/material/useMediaQuery';
import clsx from 'clsx';
import { X } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import styles from './large-dialog.module.css';

interface LargeDialogProps {
  title: string;
  closeLabel: string;
  /** The class with the size of the dialog on wide screens; on phones it fills the screen. */
  className: string | undefined;
  /** Between the title and the button that closes. */
  beside?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog for work on a document: a header, and as much room below it as the window has. */
export function LargeDialog(props: LargeDialogProps) {
  const { title, closeLabel, className, beside, onClose, children } = props;
  const id = useId();
  const isNarrow = useMediaQuery('(max-width: 719px)', { noSsr: true });
  return (
    <Dialog
      open
      onClose={onClose}
      fullScreen={isNarrow}
      transitionDuration={0}
      aria-labelledby={id}
      slotProps={{ paper: { className: clsx(styles.paper, className) } }}
    >
      <div className={clsx(styles.header, beside && styles.wraps)}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {beside}
        <IconButton aria-label={closeLabel} onClick={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </div>
      {children}
    </Dialog>
  );
}
