import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { podsWords as words } from '../words/pods-words.ts';
import type { PodQuestion } from './use-pod-action.ts';
import styles from './pods.module.css';

interface PodConfirmProps {
  question: PodQuestion;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before an instance is stopped. */
export function PodConfirm({ question: { action, pod }, onConfirm, onCancel }: PodConfirmProps) {
  const translate = useTranslate();
  return (
    <FormDialog
      title={translate(words[action].title)}
      submit={translate(words[action].button)}
      isDanger={action === 'delete'}
      onSubmit={onConfirm}
      onCancel={onCancel}
    >
      <p className={styles.confirmName} translate="no">
        <ForeignName text={pod.name} />
      </p>
      <p className={styles.confirmHelp}>{translate(words[action].help)}</p>
    </FormDialog>
  );
}
