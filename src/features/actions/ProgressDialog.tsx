import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { ForeignName } from '#src/ui/words/ForeignText.tsx';
import { useTranslate } from '#src/ui/words/use-translate.ts';
import { ErrorNote } from '#src/views/errors/ErrorNote.tsx';
import { PodResults } from '#src/views/pods/PodResults.tsx';
import { deploymentActionWords as words } from './action-words.ts';
import { isEnded } from './action-run.ts';
import type { ActionItem, DeploymentAction, ItemState } from './deployment-action.ts';
import styles from './actions.module.css';

interface ProgressDialogProps {
  action: DeploymentAction;
  items: readonly ActionItem[];
  states: readonly ItemState[];
  /** The page was reloaded before all had ended. */
  isInterrupted: boolean;
  /** Does those that were not started. */
  onResume: () => void;
  onClose: () => void;
}

/** How an action on each deployment is going. It can be closed once all have ended. */
export function ProgressDialog(props: ProgressDialogProps) {
  const { action, items, states, isInterrupted, onResume, onClose } = props;
  const translate = useTranslate();
  const titleId = useId();
  const over = states.filter(isEnded).length;
  const open = states.filter(({ state }) => state === 'notStarted').length;
  const isOver = over === items.length;
  const doneWord = action === 'delete' ? words.doneDelete : words.doneRestart;
  return (
    <Dialog
      open
      onClose={isOver ? onClose : undefined}
      fullWidth
      maxWidth="sm"
      aria-labelledby={titleId}
    >
      <DialogTitle id={titleId}>{translate(words[action])}</DialogTitle>
      <DialogContent>
        <p role="status" className={styles.quiet}>
          {translate(
            isOver && open === 0 ? words.finished : words.progress(over - open, items.length),
          )}
        </p>
        {isInterrupted && <p className={styles.interrupted}>{translate(words.interrupted)}</p>}
        {!isOver && items.length > 1 && <p className={styles.quiet}>{translate(words.stay)}</p>}
        <ul aria-label={translate(words.names)} className={styles.list}>
          {items.map((item, index) => {
            const state = states[index]!;
            return (
              <li key={item.id}>
                <span className={styles.name}>
                  <ForeignName text={item.name} />
                </span>
                <span className={styles[colors[state.state] ?? state.state]}>
                  {translate(state.state === 'done' ? doneWord : words[state.state])}
                </span>
                <Details state={state} />
              </li>
            );
          })}
        </ul>
      </DialogContent>
      <DialogActions className={styles.actions ?? ''}>
        {open > 0 && (
          <Button
            variant="contained"
            color={action === 'delete' ? 'error' : 'primary'}
            onClick={onResume}
          >
            <span>{translate(words.resume(open))}</span>
          </Button>
        )}
        <Button
          variant={open > 0 ? 'outlined' : 'contained'}
          aria-disabled={!isOver}
          onClick={isOver ? onClose : undefined}
          className={isOver ? '' : (styles.off ?? '')}
        >
          <span>{translate(words.close)}</span>
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** States that look like others. */
const colors: Partial<Record<ItemState['state'], ItemState['state']>> = {
  partly: 'notDone',
  gone: 'notDone',
  noPods: 'notDone',
};

/** Which instances were restarted and which were not, and why. */
function Details({ state }: { state: ItemState }) {
  if (state.state === 'working' || !('pods' in state || 'error' in state)) return null;
  return (
    <div className={styles.detail}>
      {state.pods && <PodResults pods={state.pods} />}
      {state.error && <ErrorNote error={state.error} />}
    </div>
  );
}
