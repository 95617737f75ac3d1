import type { ReactNode } from 'react';
import type { DeploymentRow } from '#src/client/queries/deployment-list.ts';

/** Parts that other features add to the list. */
export interface ListSlots {
  /** Buttons for the selected deployments. Without them, rows cannot be selected. */
  readonly selectionActions?:
    ((selected: readonly DeploymentRow[], clearSelection: () => void) => ReactNode) | undefined;
}
