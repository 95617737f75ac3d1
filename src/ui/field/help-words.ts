import type { FieldSpec } from '#src/domain/core/spec/field.ts';
import type { Text } from '#src/domain/core/text.ts';

/** The help of a field followed by its limits. */
export function helpOf(spec: FieldSpec, translate: (text: Text) => string): string | undefined {
  const limit = 'limit' in spec ? spec.limit : undefined;
  if (spec.help === undefined) return limit && translate(limit);
  if (limit === undefined) return translate(spec.help);
  return translate({
    en: `${spec.help.en} ${asSentence(limit.en, '.')}`,
    zh: `${spec.help.zh}${asSentence(limit.zh, '。')}`,
  });
}

function asSentence(words: string, stop: string): string {
  return words.endsWith(stop) ? words : words + stop;
}

/** The help without the sentences that one of the messages repeats. */
export function withoutRepeats(help: string, messages: readonly string[]): string {
  if (messages.length === 0) return help;
  const isRepeated = (sentence: string) => {
    const words = sentence.trim().replace(/[.。]$/, '');
    return messages.some((message) => message.includes(words));
  };
  // A point within a number or a name ends no sentence.
  const sentences = help.match(/.+?(?:\.\s+|。|$)/g) ?? [];
  return sentences
    .filter((sentence) => !isRepeated(sentence))
    .join('')
    .trim();
}
