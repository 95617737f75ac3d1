/**
 * Reads the text of a .env file as dotenv and docker compose do: one `NAME=value` or `NAME: value` a line, values in single or
 * double quotes over several lines, `\n` and the like in double quotes, comments from `#`. Unlike them it never fails
 * and never expands `$NAME`: each line ends up as an entry or as a skipped line with the reason.
 */

/** A change made to a value, or a warning about it. */
export type EnvNote =
  /** `export ` before the name was removed. */
  | 'export'
  /** The quotes around the value were removed. */
  | 'quotes'
  /** `\n` and the like became the characters that they mean. */
  | 'escapes'
  /** A comment after the value was removed. */
  | 'comment'
  /** A quote is never closed: the value is the line as written, with the quote. */
  | 'openQuote'
  /** Something follows the closing quote: the value is the line as written, with the quotes. */
  | 'afterQuote'
  /** It refers to another variable, which is not expanded. */
  | 'reference'
  /** It has backticks or `$(...)`, which only a shell would execute: it is kept as written. */
  | 'command';

/** One variable. */
export interface EnvEntry {
  /** Its first line and its last, counted from 1. */
  readonly line: number;
  readonly lastLine: number;
  readonly name: string;
  /** Line breaks in it are LF, whatever the file has. */
  readonly value: string;
  readonly notes: readonly EnvNote[];
  /** The line that sets the same name again, later: that one counts. */
  readonly setAgainOn?: number;
}

/** A line that sets no variable. Blank lines are not listed. */
export interface SkippedLine {
  readonly line: number;
  readonly text: string;
  readonly why: 'comment' | 'noEquals' | 'noName' | 'spaceInName';
}

/** The entries and skipped lines of a text, in order. */
export interface EnvText {
  readonly entries: readonly EnvEntry[];
  readonly skipped: readonly SkippedLine[];
}

/** Reads a text; see above. Never throws; linear in the length of the text. */
export function readEnv(text: string): EnvText {
  const lines = toLines(text);
  const entries: EnvEntry[] = [];
  const skipped: SkippedLine[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    if (line.trim() === '') continue;
    const head = readHead(line.trimStart());
    if (typeof head === 'string') {
      skipped.push({ line: index + 1, text: line, why: head });
      continue;
    }
    const { value, notes, lastAt } = readValue(lines, index, head.rest);
    entries.push({
      line: index + 1,
      lastLine: lastAt + 1,
      name: head.name,
      value,
      notes: [...(head.isExported ? (['export'] as const) : []), ...notes],
    });
    index = lastAt;
  }
  return { entries: markRepeated(entries), skipped };
}

function toLines(text: string): string[] {
  const withoutMark = text.startsWith('\u{feff}') ? text.slice(1) : text;
  return withoutMark.split(/\r\n|\r|\n/);
}

interface Head {
  readonly name: string;
  readonly isExported: boolean;
  /** The value after the equals sign. */
  readonly rest: string;
}

/** The name of a line without blanks before it, or why it has none. */
function readHead(line: string): Head | SkippedLine['why'] {
  if (line.startsWith('#')) return 'comment';
  const colon = /^(?:export\s+)?[A-Za-z_][\w.-]*\s?:(?=\s)/.exec(line)?.[0];
  const equals = colon === undefined ? line.indexOf('=') : colon.length - 1;
  if (equals < 0) return 'noEquals';
  const left = line.slice(0, equals).trimEnd();
  const prefix = /^(?:export|declare -x)\s+/.exec(left)?.[0] ?? '';
  const name = left.slice(prefix.length);
  if (name === '') return 'noName';
  if (/\s/.test(name)) return 'spaceInName';
  return { name, isExported: prefix !== '', rest: line.slice(equals + 1).trimStart() };
}

interface ReadValue {
  readonly value: string;
  readonly notes: readonly EnvNote[];
  /** Index of its last line. */
  readonly lastAt: number;
}

const quotes = ['"', "'"];

function readValue(lines: readonly string[], index: number, rest: string): ReadValue {
  const [quote = ''] = rest;
  if (!quotes.includes(quote)) return readBare(rest, index);
  const quoted = readQuoted(lines, index, rest.slice(1), quote);
  if (typeof quoted !== 'string') return quoted;
  return { value: rest.trimEnd(), notes: [quoted, ...referenceIn(rest)], lastAt: index };
}

/** A value without quotes ends at a `#` with a blank before it. */
function readBare(rest: string, index: number): ReadValue {
  const comment = rest.startsWith('#') ? 0 : rest.search(/\s#/);
  const value = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
  return {
    value,
    notes: [...(comment < 0 ? [] : (['comment'] as const)), ...referenceIn(value)],
    lastAt: index,
  };
}

/** The value up to the next quote of its kind, on this line or a later one, or why the line is taken as written. */
function readQuoted(
  lines: readonly string[],
  index: number,
  first: string,
  quote: string,
): ReadValue | 'openQuote' | 'afterQuote' {
  const parts: string[] = [];
  for (let lastAt = index; lastAt < lines.length; lastAt++) {
    const part = lastAt === index ? first : lines[lastAt]!;
    const end = closingQuote(part, quote);
    if (end < 0) {
      parts.push(part);
      continue;
    }
    const after = part.slice(end + 1).trim();
    // On a later line it may well open another value: then this one was never closed.
    if (after !== '' && !after.startsWith('#'))
      return lastAt === index ? 'afterQuote' : 'openQuote';
    const raw = [...parts, part.slice(0, end)].join('\n');
    const value = quote === '"' ? unescape(raw) : raw;
    const notes: EnvNote[] = ['quotes'];
    if (value !== raw) notes.push('escapes');
    if (after !== '') notes.push('comment');
    return { value, notes: [...notes, ...(quote === "'" ? [] : referenceIn(raw))], lastAt };
  }
  return 'openQuote';
}

/** The index of the closing quote. In double quotes a backslash escapes the next character. */
function closingQuote(text: string, quote: string): number {
  if (quote !== '"') return text.indexOf(quote);
  for (let index = 0; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === '"') return index;
  }
  return -1;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
  $: '$',
  '`': '`',
};

/** Before other characters the backslash stays. */
function unescape(text: string): string {
  return text.replace(/\\([^])/g, (both, character: string) => escapes[character] ?? both);
}

function referenceIn(text: string): readonly EnvNote[] {
  const notes: EnvNote[] = [];
  if (/(?:^|[^\\])\$(?:\{|[A-Za-z_])/.test(text)) notes.push('reference');
  if (/(?:^|[^\\])\$\(|(?:^|[^\\])`[^`]*`/.test(text)) notes.push('command');
  return notes;
}

/** Names the line that sets the same name last, on all entries before it. */
function markRepeated(entries: readonly EnvEntry[]): EnvEntry[] {
  const last = new Map(entries.map(({ name, line }) => [name, line]));
  return entries.map((entry) => {
    const line = last.get(entry.name)!;
    return line === entry.line ? entry : { ...entry, setAgainOn: line };
  });
}
