/**
 * The words of a command line, as a POSIX shell would pass them to the program. Operators and variables stay as they
 * are, because no shell is involved. Undefined while a quote is not closed or the line ends with a backslash. shlex
 * resolves a backslash in single quotes if double quotes follow in the same word.
 */
export function splitCommandLine(line: string): readonly string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let position = 0;
  while (position < line.length) {
    const character = line[position]!;
    if (/\s/.test(character)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      position += 1;
      continue;
    }
    const part = readPart(line, position);
    if (part === undefined) return undefined;
    // A continued line is not a word.
    if (part.text !== '' || part.isQuoted) word = (word ?? '') + part.text;
    position = part.end;
  }
  return word === undefined ? words : [...words, word];
}

interface Part {
  readonly text: string;
  /** The offset after it. */
  readonly end: number;
  readonly isQuoted: boolean;
}

/** The quoted text, the escaped character or the plain text at an offset. */
function readPart(line: string, start: number): Part | undefined {
  const quoted = /^(?:'([^']*)'|"((?:[^"\\]|\\[^])*)")/.exec(line.slice(start));
  if (quoted !== null) {
    const [all, single, double = ''] = quoted;
    // Before other characters the backslash stays.
    const text =
      single ?? double.replaceAll(/\\(?:\r?\n|([$`"\\]))/g, (_, escaped) => escaped ?? '');
    return { text, end: start + all.length, isQuoted: true };
  }
  if (/['"]/.test(line[start]!)) return undefined;
  const escaped = /^\\(\r?\n|[^])?/.exec(line.slice(start));
  if (escaped !== null) {
    const [all, character] = escaped;
    if (character === undefined) return undefined;
    return {
      text: character.endsWith('\n') ? '' : character,
      end: start + all.length,
      isQuoted: false,
    };
  }
  const [plain = ''] = /^[^\s'"\\]+/.exec(line.slice(start)) ?? [];
  return { text: plain, end: start + plain.length, isQuoted: false };
}

/** A command line with these words, which {@link splitCommandLine} gives back unchanged. */
export function joinCommandLine(words: readonly string[]): string {
  return words.map(quoteWord).join(' ');
}

function quoteWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  // Easier to read than '\'' for each single quote.
  if (word.includes("'") && !/["$\\`!]/.test(word)) return `"${word}"`;
  return `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
