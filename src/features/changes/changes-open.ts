import { useSyncExternalStore } from 'react';
import { createListeners } from '#src/document/listeners.ts';

const { notify, subscribe } = createListeners();
let isOpen = false;

/** True while the changes are shown: buttons and the command palette open them. */
export function useAreChangesOpen(): boolean {
  return useSyncExternalStore(subscribe, () => isOpen);
}

export function setChangesOpen(next: boolean): void {
  isOpen = next;
  notify();
}
