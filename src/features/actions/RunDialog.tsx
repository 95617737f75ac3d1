import { useEffect, useSyncExternalStore } from 'react';
import { askAgainAt } from '#src/client/connection/ask-again.ts';
import { useConnection } from '#src/client/connection/connection.ts';
import { endRun, type ActionRun } from './action-run.ts';
import { actionDeps } from './page-actions.ts';
import { ProgressDialog } from './ProgressDialog.tsx';
import type { ItemState } from './deployment-action.ts';
import { useLeaveWarning } from './use-leave-warning.ts';

interface RunDialogProps {
  run: ActionRun;
  /** Called when the dialog is closed; `hasDone` tells whether anything was done. */
  onClose: (hasDone: boolean) => void;
}

/** How an action is going, or how far it went before the page was reloaded. */
export function RunDialog({ run, onClose }: RunDialogProps) {
  const { requestSignIn } = useConnection();
  const { states, isInterrupted } = useSyncExternalStore(run.subscribe, run.view);
  useLeaveWarning(!run.isOver());
  const { action, items, place, force } = run.task;
  const deps = () => actionDeps(place, force, askAgainAt(place, requestSignIn));
  useEffect(() => {
    void run.lookUp(deps());
    // Once: it is looked up to the end.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [run]);
  return (
    <ProgressDialog
      action={action}
      items={items}
      states={states}
      isInterrupted={isInterrupted}
      onResume={() => void run.resume(deps())}
      onClose={() => {
        endRun();
        onClose(states.some(({ state }) => effective.includes(state)));
      }}
    />
  );
}

/** States after which something may have changed. */
const effective: readonly ItemState['state'][] = ['done', 'pending', 'partly', 'unknown'];
