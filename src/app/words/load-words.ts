import type { Language } from '#src/domain/core/text.ts';
import type { Dictionary } from './dictionary.ts';

/** Loads the words of a language. */
export async function loadWords(language: Language): Promise<Dictionary> {
  return language === 'zh' ? (await import('./zh.ts')).zh : (await import('./en.ts')).en;
}
