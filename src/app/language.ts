import type { Language } from '#src/domain/core/text.ts';

const STORED_AS = 'ief-builder.language';

/** The language chosen before, else the first of the browser's that we have. */
export function preferredLanguage(): Language {
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

/** Keeps the choice for the next visit. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED_AS, language);
  } catch {
    // Storage refused: the browser's language decides next time.
  }
}

/** Says in which language the page is, for fonts and screen readers. */
export function tellLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
