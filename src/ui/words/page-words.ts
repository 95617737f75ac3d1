import type { TFunction } from 'i18next';
import { createContext, use } from 'react';
import type { Language } from '#src/domain/core/text.ts';

/** Returns the text of a dictionary key, with its placeholders filled in. */
export type GetWords = TFunction;

interface PageWords {
  readonly t: GetWords;
  readonly language: Language;
}

export const WordsContext = createContext<PageWords | undefined>(undefined);

export function useWords(): GetWords {
  return usePageWords().t;
}

export function useLanguage(): Language {
  return usePageWords().language;
}

function usePageWords(): PageWords {
  const words = use(WordsContext);
  if (words === undefined) throw new Error('useWords needs a WordsContext around it');
  return words;
}
