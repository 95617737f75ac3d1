import { useTranslation } from 'react-i18next';
import type { Language, Text } from '#src/domain/core/text.ts';

/** The language of the page. */
export function useLanguage(): Language {
  return useTranslation().i18n.language === 'zh' ? 'zh' : 'en';
}

/** Picks the words of a field, a limit or an issue in the language of the page. */
export function useSay(): (text: Text) => string {
  const language = useLanguage();
  return (text) => text[language];
}
