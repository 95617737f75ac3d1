import type { Language } from '#src/domain/core/text.ts';
import type { Words } from './words.ts';

/** Loads the words of a language. */
export async function loadWords(language: Language): Promise<Words> {
  return language === 'zh' ? (await import('./zh.ts')).zh : (await import('./en.ts')).en;
}
