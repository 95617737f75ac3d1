import { ownName } from '#src/client/base-path.ts';
import type { Language } from '#src/domain/core/text.ts';

const STORED_AS = ownName('ief-builder.language');

/** The language chosen before, else the first of the browser's that we have. */
export function preferredLanguage(): Language {
  const stored = remembered();
  if (stored !== null && isOurs(stored)) return stored;
  return languagesOfBrowser().find(isOurs) === 'zh' ? 'zh' : 'en';
}

function languagesOfBrowser(): readonly string[] {
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
}

function isOurs(language: string): language is Language {
  return language === 'en' || language === 'zh';
}

/**
 * index.html asks translators to leave the page alone, as it speaks English and Chinese itself. Somebody who reads
 * neither, by the languages of the browser, gets the page with that request removed (docs/decisions/0023).
 */
export function allowTranslators(): void {
  if (languagesOfBrowser().some(isOurs) || remembered() !== null) return;
  document.documentElement.removeAttribute('translate');
  document.querySelector('meta[name="google"][content="notranslate"]')?.remove();
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
export function setDocumentLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
