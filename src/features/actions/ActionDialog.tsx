import { useConnection } from '#src/client/connection/connection.ts';
import { askAgainAt } from '#src/client/connection/ask-again.ts';
import type { NamedPlace } from '#src/client/session/place.ts';
import { startRun, type ActionRun } from './action-run.ts';
import { ConfirmAction } from './ConfirmAction.tsx';
import { actionDeps } from './page-actions.ts';
import type { ActionItem, DeploymentAction } from './deployment-action.ts';

interface ActionDialogProps {
  action: DeploymentAction;
  items: readonly ActionItem[];
  place: NamedPlace;
  /** The names of the nodes among the targets that are offline. */
  offlineNodes: readonly string[];
  onStarted: (run: ActionRun) => void;
  onCancel: () => void;
}

/** Asks before an action on deployments, and starts it. */
export function ActionDialog(props: ActionDialogProps) {
  const { action, items, place, offlineNodes, onStarted, onCancel } = props;
  const { requestSignIn } = useConnection();
  return (
    <ConfirmAction
      action={action}
      items={items}
      place={place}
      offlineNodes={offlineNodes}
      onConfirm={(force) => {
        const deps = actionDeps(place, force, askAgainAt(place, requestSignIn));
        onStarted(startRun({ action, items, place, force }, deps));
      }}
      onCancel={onCancel}
    />
  );
}
