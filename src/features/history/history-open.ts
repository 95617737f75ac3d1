import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isOpen = false;
/** The element that had the focus before the list took it. */
let opener: Element | null = null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

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
  for (const listener of listeners) listener();
}
