import { useSyncExternalStore } from 'react';
import { createListeners } from '#src/document/listeners.ts';

const { notify, subscribe } = createListeners();
let isOpen = false;
/** The element that had the focus before the list took it. */
let opener: Element | null = null;

/** True while the list of steps is open: a button and the command palette open it. */
export function useIsHistoryOpen(): boolean {
  return useSyncExternalStore(subscribe, () => isOpen);
}

export function openHistory(): void {
  opener = document.activeElement;
  setOpen(true);
}

/** Closes the list and gives the focus back. */
export function closeHistory(): void {
  if (!isOpen) return;
  setOpen(false);
  if (opener instanceof HTMLElement) opener.focus();
}

function setOpen(next: boolean): void {
  isOpen = next;
  notify();
}
