import { useCallback } from 'react';
import type { Text } from '#src/domain/core/text.ts';
import { useLanguage } from './page-words.ts';

/** Returns the text of a field, limit or issue in the language of the page. */
export function useTranslate(): (text: Text) => string {
  const language = useLanguage();
  return useCallback((text) => text[language], [language]);
}
