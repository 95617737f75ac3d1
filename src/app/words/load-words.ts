import type { Language } from '#src/domain/core/text.ts';
import type { ConnectionDictionary, Dictionary, SubmitDictionary } from './dictionary.ts';

/** The words of the first load. */
export async function loadWords(language: Language): Promise<Dictionary> {
  return language === 'zh' ? (await import('./zh.ts')).zh : (await import('./en.ts')).en;
}

/** The words of the connection settings and sign-in dialogs. */
export async function loadConnectionWords(language: Language): Promise<ConnectionDictionary> {
  return language === 'zh'
    ? (await import('./connection-zh.ts')).connectionZh
    : (await import('./connection-en.ts')).connectionEn;
}

/** The words of the submit form and of the outcome. */
export async function loadSubmitWords(language: Language): Promise<SubmitDictionary> {
  return language === 'zh'
    ? (await import('./submit-zh.ts')).submitZh
    : (await import('./submit-en.ts')).submitEn;
}
