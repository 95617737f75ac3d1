import { ownName } from '#src/client/base-path.ts';
import type { Language } from '#src/domain/core/text.ts';

const STORED_AS = ownName('ief-builder.language');

/** The language that the user chose, otherwise the browser's first language that the page supports. */
export function preferredLanguage(): Language {
  const stored = storedLanguage();
  if (stored !== null && isSupported(stored)) return stored;
  return browserLanguages().find(isSupported) === 'zh' ? 'zh' : 'en';
}

function browserLanguages(): readonly string[] {
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
}

function isSupported(language: string): language is Language {
  return language === 'en' || language === 'zh';
}

/**
 * index.html asks translators to skip the page, because it is available in English and Chinese. If the browser has
 * neither among its languages, this removes the request (docs/decisions/0023).
 */
export function allowTranslators(): void {
  if (browserLanguages().some(isSupported) || storedLanguage() !== null) return;
  document.documentElement.removeAttribute('translate');
  document.querySelector('meta[name="google"][content="notranslate"]')?.remove();
}

function storedLanguage(): string | null {
  try {
    return localStorage.getItem(STORED_AS);
  } catch {
    return null;
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED_AS, language);
  } catch {
    // The browser refuses storage: the next visit uses the browser's language.
  }
}

/** Sets the language of the document, for fonts and screen readers. */
export function setDocumentLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}
