import { ownName } from '#src/client/base-path.ts';
import type { NamedPlace } from '#src/client/session/place.ts';
import { isJsonList, isJsonObject } from '#src/json/value.ts';
import type { ActionItem, DeploymentAction, ItemState } from './deployment-action.ts';

/** An action on deployments, as the user confirmed it. */
export interface ActionTask {
  readonly action: DeploymentAction;
  readonly items: readonly ActionItem[];
  readonly place: NamedPlace;
  /** A delete does not wait for the node. */
  readonly force: boolean;
}

/** An action that this tab has started, so that a reload can tell how far it went. */
export interface StoredRun extends ActionTask {
  readonly version: 1;
  readonly states: readonly ItemState[];
}

const KEY = ownName('ief-builder.action');

/** The action that this tab was doing when its page was closed; undefined if there is none, or if the browser refuses. */
export function readStoredRun(): StoredRun | undefined {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return isStoredRun(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

/** Stores how far an action is; removes it if there is none. */
export function writeStoredRun(run: StoredRun | undefined): void {
  try {
    if (run) sessionStorage.setItem(KEY, JSON.stringify(run));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Full or refused: a reload cannot tell.
  }
}

function isStoredRun(stored: unknown): stored is StoredRun {
  if (!isJsonObject(stored) || stored.version !== 1) return false;
  const { action, items, states, place } = stored;
  return (
    (action === 'delete' || action === 'restart') &&
    isJsonObject(place) &&
    isJsonList(items) &&
    isJsonList(states) &&
    items.length === states.length
  );
}
