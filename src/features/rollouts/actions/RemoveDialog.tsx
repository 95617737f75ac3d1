import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { rolloutActionWords } from '../words/action-words.ts';
import styles from './actions.module.css';

interface RemoveDialogProps {
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before the server forgets a rollout. */
export function RemoveDialog({ onConfirm, onCancel }: RemoveDialogProps) {
  const translate = useTranslate();
  const { title, submit, lead } = rolloutActionWords.remove;
  return (
    <FormDialog
      title={translate(title)}
      submit={translate(submit)}
      isDanger
      onSubmit={onConfirm}
      onCancel={onCancel}
    >
      <p className={styles.lead}>{translate(lead)}</p>
    </FormDialog>
  );
}
