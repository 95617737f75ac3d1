import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#src/domain/core/text.ts';
import { preferredLanguage, tellLanguage } from './language.ts';
import { loadWords } from './words/load-words.ts';

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  i18next.addResourceBundle(language, 'translation', await loadWords(language));
}

/** Starts i18next with the preferred language; only that language's words are loaded. */
export async function startI18n(): Promise<void> {
  const language = preferredLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    resources: {},
    fallbackLng: false,
    interpolation: { escapeValue: false },
  });
  await load(language);
  await changeLanguage(language);
}

/** Switches the page to a language, loading its words first. Rejects if they cannot be loaded; the next call tries again. */
export async function changeLanguage(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  tellLanguage(language);
}
