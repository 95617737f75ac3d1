import { ownName } from '#src/client/base-path.ts';

const STORED_AS = ownName('ief-builder.pane');
const INITIAL_WIDTH = 420;

const MIN_PANE_WIDTH = 360;
export const MAX_PANE_WIDTH = 900;

/** A wide window has room for long values (side-pane.module.css). */
export function minPaneWidth(): number {
  return window.innerWidth >= 1800 ? 560 : MIN_PANE_WIDTH;
}

export function fitPaneWidth(width: number): number {
  return Math.round(Math.min(MAX_PANE_WIDTH, Math.max(minPaneWidth(), width)));
}

export function readPaneWidth(): number {
  try {
    const stored = Number(localStorage.getItem(STORED_AS));
    return stored >= MIN_PANE_WIDTH && stored <= MAX_PANE_WIDTH ? stored : INITIAL_WIDTH;
  } catch {
    return INITIAL_WIDTH;
  }
}

export function storePaneWidth(width: number): void {
  try {
    localStorage.setItem(STORED_AS, String(width));
  } catch {
    // The browser refuses storage: the next visit starts with the initial width.
  }
}
