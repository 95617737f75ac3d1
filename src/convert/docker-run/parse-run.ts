import type { TextPlace } from '#src/domain/core/json-text/text-lines.ts';
import { commandLeaf } from '../command/command-leaves.ts';
import type { Word } from '../command/shell-words.ts';
import type { Leaf } from '../source/source.ts';
import { longFlag, shortFlag, type Flag } from './flags.ts';

/** A flag as it was used. */
export interface UsedFlag {
  /** Undefined for one that is not in the table. */
  readonly flag: Flag | undefined;
  readonly leaf: Leaf;
}

/** A `docker run` command in its parts. */
export interface RunCommand {
  readonly flags: readonly UsedFlag[];
  /** Words between `docker` and `run`. */
  readonly others: readonly Leaf[];
  readonly image?: Leaf;
  readonly args: readonly Leaf[];
  readonly leaves: readonly Leaf[];
}

/** The index of the first word after `docker ... run`, with that of `docker`; undefined for another command. */
export function findRun(words: readonly Word[]): { engine: number; first: number } | undefined {
  let engine = 0;
  // A prompt, sudo and its flags, and assignments come before the program.
  while (
    engine < words.length &&
    /^(?:[$>%]|PS|[A-Z]:\\.*>|sudo|-\S+|\w+=.*)$/i.test(words[engine]!.text)
  )
    engine += 1;
  if (!/^(?:.*[\\/])?(?:docker|podman|nerdctl)(?:\.exe)?$/i.test(words[engine]?.text ?? ''))
    return undefined;
  for (let index = engine + 1; index < words.length; index++)
    if (words[index]!.text === 'run' || words[index]!.text === 'create')
      return { engine, first: index + 1 };
  return undefined;
}

/** Reads flags, image and arguments. */
export function parseRun(
  words: readonly Word[],
  { engine, first }: { readonly engine: number; readonly first: number },
  placeOf: (offset: number) => TextPlace,
): RunCommand {
  const leaf = (label: string, word: Word, text = word.text) =>
    commandLeaf(label, word, text, placeOf);
  const others = words
    .slice(engine + 1, first - 1)
    .filter(({ text }) => text !== 'container')
    .map((word) => leaf(word.text, word));
  const flags: UsedFlag[] = [];
  let index = first;
  for (; index < words.length; index++) {
    const word = words[index]!;
    if (word.text === '--') {
      index += 1;
      break;
    }
    if (!word.text.startsWith('-') || word.text === '-') break;
    index += readFlags(word, words[index + 1], flags, leaf);
  }
  const image = words[index] && leaf('image', words[index]!);
  const args = words.slice(index + 1).map((word, position) => leaf(`command[${position}]`, word));
  const leaves = [...others, ...flags.map((one) => one.leaf), ...(image ? [image] : []), ...args];
  return { flags, others, args, leaves, ...(image !== undefined && { image }) };
}

/** Adds the flags of a word, and returns how many of the following words are their values. */
function readFlags(
  word: Word,
  next: Word | undefined,
  flags: UsedFlag[],
  leaf: (label: string, word: Word, text?: string) => Leaf,
): 0 | 1 {
  const own = (
    flag: Flag | undefined,
    label: string,
    value: string | undefined,
    from: Word = word,
  ) => flags.push({ flag, leaf: leaf(label, from, value ?? label) });
  const valueOf = (flag: Flag, label: string): 0 | 1 => {
    const caveat = next?.caveat ?? word.caveat;
    own(flag, label, next?.text ?? '', { ...word, ...(caveat && { caveat }) });
    return next === undefined ? 0 : 1;
  };
  if (word.text.startsWith('--')) {
    const equals = word.text.indexOf('=');
    const label = equals < 0 ? word.text : word.text.slice(0, equals);
    const flag = longFlag(label.slice(2));
    if (equals >= 0) own(flag, label, word.text.slice(equals + 1));
    else if (flag?.takesValue === true) return valueOf(flag, label);
    else own(flag, label, undefined);
    return 0;
  }
  for (let index = 1; index < word.text.length; index++) {
    const letter = word.text[index]!;
    const flag = shortFlag(letter);
    const rest = word.text.slice(index + 1).replace(/^=/, '');
    if (flag?.takesValue !== true) own(flag, `-${letter}`, undefined);
    else if (rest === '') return valueOf(flag, `-${letter}`);
    else {
      own(flag, `-${letter}`, rest);
      return 0;
    }
  }
  return 0;
}
