import i18next from 'i18next';
import type { Language } from '#src/domain/core/text.ts';
import { gapBefore } from '#src/ui/words/gap-before.ts';
import { setDocumentLanguage } from './language.ts';
import { loadConnectionWords, loadSubmitWords, loadWords } from './load-words.ts';
import type { Dictionary } from './dictionary.ts';

/** Starts i18next with the words of one language. */
export async function startI18n(language: Language, words: Dictionary): Promise<void> {
  await i18next.init({
    lng: language,
    resources: { [language]: { translation: words } },
    fallbackLng: false,
    interpolation: { escapeValue: false },
  });
  i18next.services.formatter?.add('gap', gapBefore);
}

/** Loads the words of the connection settings in the language of the page. Rejects if they cannot be loaded. */
export async function addConnectionWords(): Promise<void> {
  await addTo(currentLanguage(), loadConnectionWords);
}

/** The same for the words of the submit form. */
export async function addSubmitWords(): Promise<void> {
  await addTo(currentLanguage(), loadSubmitWords);
}

/** Switches the page to a language, loading its words first. Rejects if they cannot be loaded; the next call retries. */
export async function changeLanguage(language: Language): Promise<void> {
  await Promise.all([
    addTo(language, loadWords),
    addTo(language, loadConnectionWords),
    addTo(language, loadSubmitWords),
  ]);
  await i18next.changeLanguage(language);
  setDocumentLanguage(language);
}

function currentLanguage(): Language {
  return i18next.language === 'zh' ? 'zh' : 'en';
}

async function addTo(language: Language, load: (language: Language) => Promise<object>) {
  i18next.addResourceBundle(language, 'translation', await load(language), true, true);
}
