import type { TextPlace } from '#src/domain/core/json-text/text-lines.ts';
import type { Leaf } from '../source/source.ts';
import type { Word } from './shell-words.ts';

/** A value of a command: a flag with its value, or a word. */
export function commandLeaf(
  label: string,
  word: Word,
  text: string,
  placeOf: (offset: number) => TextPlace,
): Leaf {
  return {
    kind: 'leaf',
    path: [label],
    label,
    line: placeOf(word.offset).line,
    value: text,
    text,
    ...(word.caveat !== undefined && { caveat: word.caveat }),
  };
}

/** A redirection of output, which concerns the shell and not the program. */
export function redirectionLeaf(word: Word, placeOf: (offset: number) => TextPlace): Leaf {
  return commandLeaf('>', word, word.text, placeOf);
}
