import { createContext, use } from 'react';

/** A short message at the bottom of the page, with at most one action. */
export interface Notice {
  readonly text: string;
  readonly action?: NoticeAction;
}

export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
  /** The notice disappears as soon as this is false. */
  readonly isPossible?: () => boolean;
  /** Calls back whenever `isPossible` may have changed, until the returned function is called. */
  readonly subscribe?: (listener: () => void) => () => void;
}

/** Shows a notice; undefined removes the current one. */
export type Notify = (notice: Notice | undefined) => void;

export const NoticeContext = createContext<Notify>(() => {});

/** Returns a function that shows a notice, replacing the current one. For successes and undo, never for errors. */
export function useNotify(): Notify {
  return use(NoticeContext);
}
