import { createContext, use } from 'react';

/** A short word at the bottom of the page, with one thing to do about it. */
export interface Notice {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export const NoticeContext = createContext<(notice: Notice) => void>(() => {});

/** Shows a notice; it replaces the one before. For successes and undo only, never for errors. */
export function useNotify(): (notice: Notice) => void {
  return use(NoticeContext);
}
