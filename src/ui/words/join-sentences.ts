import type { Language } from '#src/domain/core/text.ts';

/** Joins whole sentences; Chinese has no space between them. */
export function joinSentences(
  language: Language,
  ...sentences: readonly (string | false | undefined)[]
): string {
  return sentences.filter(Boolean).join(language === 'zh' ? '' : ' ');
}
