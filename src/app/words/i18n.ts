import i18next from 'i18next';
import type { Language } from '#src/domain/core/text.ts';
import { setDocumentLanguage } from './language.ts';
import { loadWords } from './load-words.ts';
import type { Dictionary } from './dictionary.ts';

/** Starts i18next with the words of one language. */
export async function startI18n(language: Language, words: Dictionary): Promise<void> {
  await i18next.init({
    lng: language,
    resources: { [language]: { translation: words } },
    fallbackLng: false,
    interpolation: { escapeValue: false },
  });
}

/** Switches the page to a language, loading its words first. Rejects if they cannot be loaded; the next call retries. */
export async function changeLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await loadWords(language));
  await i18next.changeLanguage(language);
  setDocumentLanguage(language);
}
