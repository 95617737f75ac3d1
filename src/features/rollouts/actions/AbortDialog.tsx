import type { ShownRollout } from '#src/client/rollouts/shown-rollout.ts';
import { FormDialog } from '#src/ui/forms/FormDialog.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { nodeStateWord } from '../state/rollout-state.ts';
import { rolloutActionWords } from '../words/action-words.ts';
import styles from './actions.module.css';

const words = rolloutActionWords.abort;

interface AbortDialogProps {
  rollout: ShownRollout;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Says what becomes of the nodes in each state before a rollout is aborted. */
export function AbortDialog({ rollout, onConfirm, onCancel }: AbortDialogProps) {
  const translate = useTranslate();
  const { counts, action } = rollout;
  return (
    <FormDialog
      title={translate(words.title)}
      submit={translate(words.submit)}
      isDanger
      onSubmit={onConfirm}
      onCancel={onCancel}
    >
      <p className={styles.lead}>{translate(words.lead)}</p>
      <table className={styles.fates}>
        <thead>
          <tr>
            {(['state', 'count', 'becomes'] as const).map((column) => (
              <th key={column} scope="col">
                {translate(words[column])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['waiting', 'sending', 'unknown', 'accepted'] as const).map((state) => (
            <tr key={state}>
              <th scope="row">{translate(nodeStateWord(state, action))}</th>
              <td>{counts[state]}</td>
              <td>{translate(words[state])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{translate(words.done)}</th>
            <td>{counts.ready + counts.failed + counts.skipped}</td>
            <td>{translate(words.settled)}</td>
          </tr>
        </tbody>
      </table>
    </FormDialog>
  );
}
