import { createContext, use } from 'react';

/** A short word at the bottom of the page, with one thing to do about it. */
export interface Notice {
  readonly text: string;
  readonly action?: NoticeAction;
}

/** What a notice offers. */
export interface NoticeAction {
  readonly label: string;
  readonly run: () => void;
  /** The notice goes as soon as this is false: what it offers has lost its meaning. */
  readonly isPossible?: () => boolean;
  /** Calls back whenever `isPossible` may have changed, until the returned function is called. */
  readonly subscribe?: (listener: () => void) => () => void;
}

/** Shows a notice, or with undefined takes away the one that is shown. */
export type Notify = (notice: Notice | undefined) => void;

export const NoticeContext = createContext<Notify>(() => {});

/** Shows a notice; it replaces the one before. For successes and undo only, never for errors. */
export function useNotify(): Notify {
  return use(NoticeContext);
}
