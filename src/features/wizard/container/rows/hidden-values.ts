import { useSyncExternalStore } from 'react';
import { ownName } from '#src/client/base-path.ts';
import { createListeners } from '#src/document/listeners.ts';

const STORED_AS = ownName('ief-builder.hidden-values');

const { notify, subscribe } = createListeners();
let isHidden = read();

/** True while the tables of environment variables hide the values. Remembered for the session of the tab. */
export function useHiddenValues(): boolean {
  return useSyncExternalStore(subscribe, () => isHidden);
}

export function setHiddenValues(next: boolean): void {
  isHidden = next;
  try {
    if (next) sessionStorage.setItem(STORED_AS, '1');
    else sessionStorage.removeItem(STORED_AS);
  } catch {
    // Without storage the choice lasts until the page is reloaded.
  }
  notify();
}

function read(): boolean {
  try {
    return sessionStorage.getItem(STORED_AS) !== null;
  } catch {
    return false;
  }
}
