import { quote, split } from 'shlex';

/**
 * The words of a command line, as a shell would pass them to the program. Operators and variables stay as they are,
 * because no shell is involved. Undefined while a quote is not closed.
 */
export function splitCommandLine(line: string): readonly string[] | undefined {
  // In single quotes the shell keeps a backslash at the end of a line.
  const joined = line.includes("'") ? line : line.replaceAll(/\\\r?\n/g, ' ');
  try {
    return split(joined);
  } catch {
    return undefined;
  }
}

/** A command line with these words, which {@link splitCommandLine} gives back unchanged. */
export function joinCommandLine(words: readonly string[]): string {
  return words.map(quoteWord).join(' ');
}

function quoteWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  // Easier to read than the quotes that shlex writes around a single quote.
  if (word.includes("'") && !/["$\\`!\n\r]/.test(word)) return `"${word}"`;
  return quote(word);
}
