import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isOpen = false;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** True while the changes are shown: buttons and the command palette open them. */
export function useAreChangesOpen(): boolean {
  return useSyncExternalStore(subscribe, () => isOpen);
}

export function setChangesOpen(next: boolean): void {
  isOpen = next;
  for (const listener of listeners) listener();
}
