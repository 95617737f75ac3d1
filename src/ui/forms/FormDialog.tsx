import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type FormEvent, type ReactNode } from 'react';
import { useWords } from '#src/ui/words/page-words.ts';
import styles from './form-dialog.module.css';

interface FormDialogProps {
  title: string;
  /** Label of the submit button. */
  submit: string;
  /** True if it deletes or ends something. */
  isDanger?: boolean;
  /** True while the submitted form is being processed. */
  isBusy?: boolean;
  onSubmit: (event: FormEvent) => void;
  onCancel: () => void;
  children: ReactNode;
}

/** A form in a dialog. */
export function FormDialog(props: FormDialogProps) {
  const { title, submit, isDanger, isBusy = false, onSubmit, onCancel, children } = props;
  const t = useWords();
  const id = useId();
  return (
    <Dialog open onClose={onCancel} fullWidth maxWidth="xs" aria-labelledby={id}>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(event);
        }}
      >
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent className={styles.content}>{children}</DialogContent>
        <DialogActions className={styles.actions}>
          <Button variant="text" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button
            variant={isDanger ? 'outlined' : 'contained'}
            color={isDanger ? 'error' : 'primary'}
            type="submit"
            aria-disabled={isBusy}
          >
            {submit}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
