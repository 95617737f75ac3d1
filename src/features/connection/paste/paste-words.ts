import type { Language } from '#src/domain/core/text.ts';
import { joinSentences } from '#src/ui/words/join-sentences.ts';
import type { GetWords } from '#src/ui/words/page-words.ts';
import type { PasteMistake } from './check-paste.ts';

/** Explains how to correct a pasted text: `Remove the quotes and the punctuation at the end.` */
export function pasteWords(
  t: GetWords,
  language: Language,
  mistakes: readonly PasteMistake[],
): string {
  const parts = mistakes.flatMap((mistake) => {
    if (mistake.kind === 'upperCase') return [];
    if (mistake.kind === 'character')
      return [t('paste.parts.character', { character: mistake.character[language] })];
    if (mistake.kind === 'name') return [t('paste.parts.name', { name: mistake.name })];
    return [t(`paste.parts.${mistake.kind}`)];
  });
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
  return joinSentences(
    language,
    parts.length > 0 && t('paste.remove', { list }),
    parts.length < mistakes.length && t('paste.useLowerCase'),
  );
}
