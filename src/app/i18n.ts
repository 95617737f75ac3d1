import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#src/domain/core/text.ts';

const STORED_AS = 'ief-builder.language';

/** The language chosen before, else the first of the browser's that we have. */
function preferredLanguage(): Language {
  const stored = remembered();
  if (stored === 'en' || stored === 'zh') return stored;
  const known = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return known.find((tag) => tag === 'en' || tag === 'zh') === 'zh' ? 'zh' : 'en';
}

function remembered(): string | null {
  try {
    return localStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}

async function load(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'translation')) return;
  const words =
    language === 'zh' ? (await import('./words/zh.ts')).zh : (await import('./words/en.ts')).en;
  i18next.addResourceBundle(language, 'translation', words);
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

/** Switches the page to a language, loading its words first, and remembers the choice. */
export async function changeLanguage(language: Language): Promise<void> {
  await load(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  document.title = i18next.t('app.name');
}

/** Keeps the choice for the next visit. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED_AS, language);
  } catch {
    // Storage refused: the browser's language decides next time.
  }
}
