import { createContext, use } from 'react';
import type { useTranslation } from 'react-i18next';
import type { Language } from '#src/domain/core/text.ts';

/** Gives the words of a key. */
export type Translate = ReturnType<typeof useTranslation<'translation'>>['t'];

/** The words of the page in the language of the page. */
export interface Words {
  readonly t: Translate;
  readonly language: Language;
}

export const WordsContext = createContext<Words | undefined>(undefined);

/**
 * The words of the page, for what is drawn many times over. `useTranslation` makes an object of its own for every
 * component that asks (a tenth of drawing a list); here the page asks once for all. Throws outside of the page: a
 * programmer's error.
 */
export function useWords(): Translate {
  return usePageWords().t;
}

/** The language of the page. */
export function useLanguage(): Language {
  return usePageWords().language;
}

function usePageWords(): Words {
  const words = use(WordsContext);
  if (words === undefined) throw new Error('useWords needs a WordsContext around it');
  return words;
}
