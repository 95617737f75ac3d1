import { useSyncExternalStore } from 'react';
import { ownName } from '#src/client/base-path.ts';
import { createListeners } from '#src/document/listeners.ts';

const STORED_AS = ownName('ief-builder.command-line');

const { notify, subscribe } = createListeners();
let isLine = read();

/** True if the user writes commands as a line. Remembered in this browser. */
export function useLineChoice(): boolean {
  return useSyncExternalStore(subscribe, () => isLine);
}

export function chooseLine(next: boolean): void {
  isLine = next;
  try {
    if (next) localStorage.setItem(STORED_AS, '1');
    else localStorage.removeItem(STORED_AS);
  } catch {
    // Without storage the choice lasts until the page is reloaded.
  }
  notify();
}

function read(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== null;
  } catch {
    return false;
  }
}
