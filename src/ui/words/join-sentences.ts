import type { Language } from '#src/domain/core/text.ts';

/** Whole sentences one after the other: Chinese has no space between them. */
export function joinSentences(
  language: Language,
  ...sentences: readonly (string | false | undefined)[]
): string {
  return sentences.filter(Boolean).join(language === 'zh' ? '' : ' ');
}
