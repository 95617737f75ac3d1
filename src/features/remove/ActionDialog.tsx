import { useState } from 'react';
import type { NamedPlace } from '#src/client/session/place.ts';
import { ConfirmAction } from './ConfirmAction.tsx';
import { actionDeps } from './page-actions.ts';
import { ProgressDialog } from './ProgressDialog.tsx';
import { runAction, type ActionItem, type ItemState, type ListAction } from './run-action.ts';

interface ActionDialogProps {
  action: ListAction;
  items: readonly ActionItem[];
  place: NamedPlace;
  /** The names of the nodes among the targets that are offline. */
  offlineNodes: readonly string[];
  /** Called when the dialog is closed; `hasDone` tells whether anything was done. */
  onClose: (hasDone: boolean) => void;
}

/** Confirms an action on deployments, does it to one after the other, and shows how each ended. */
export function ActionDialog({ action, items, place, offlineNodes, onClose }: ActionDialogProps) {
  const [states, setStates] = useState<readonly ItemState[]>();
  const run = async (force: boolean) => {
    let all: readonly ItemState[] = items.map(() => ({ state: 'waiting' }));
    setStates(all);
    const deps = actionDeps(place, force);
    for (const [index, item] of items.entries())
      await runAction(action, item, place, deps, (state) => {
        all = all.with(index, state);
        setStates(all);
      });
  };
  if (states === undefined)
    return (
      <ConfirmAction
        action={action}
        items={items}
        place={place}
        offlineNodes={offlineNodes}
        onConfirm={(force) => void run(force)}
        onCancel={() => onClose(false)}
      />
    );
  return (
    <ProgressDialog
      action={action}
      items={items}
      states={states}
      onClose={() => onClose(states.some(({ state }) => state === 'done' || state === 'pending'))}
    />
  );
}
