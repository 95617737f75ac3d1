import { split } from 'shlex';
import type { Text } from '#src/domain/core/text.ts';
import { RefusalError } from '../source/refusal.ts';
import {
  createHereDocuments,
  onlyShell,
  type HereDocuments,
  type HereOperator,
  type HereText,
} from './here-documents.ts';

/** The shells that a command can be written for. */
export type Shell = 'bash' | 'powershell' | 'cmd';

/** One word of a command line. */
export interface Word {
  readonly text: string;
  readonly offset: number;
  /** The part of the word that only a shell can replace. */
  readonly caveat?: Text;
}

/** One command of a text. */
export interface Command {
  readonly words: readonly Word[];
  readonly offset: number;
  /** The offset after it. */
  readonly end: number;
  /** What it reads, from a here-document or `<<<`. */
  readonly input?: HereText;
  /** True if the next command reads what it prints. */
  readonly isPiped: boolean;
}

/** The commands of a text and its comments. */
export interface CommandText {
  readonly commands: readonly Command[];
  readonly commentOffsets: readonly number[];
}

/**
 * The shell that a text is written for, by the sign that continues its lines or by its prompt. A space is before that
 * sign and a line after it: a command for bash can end with the backtick that closes a substitution.
 */
export function detectShell(text: string): Shell {
  if (/^PS [^\n>]*>/m.test(text) || /[ \t]`[ \t]*\r?\n[ \t]*\S/.test(text)) return 'powershell';
  if (/^[A-Za-z]:\\[^\n>]*>/m.test(text) || /[ \t]\^[ \t]*\r?\n[ \t]*\S/.test(text)) return 'cmd';
  return 'bash';
}

const continuations: Readonly<Record<Shell, RegExp>> = {
  bash: /\\[ \t]*\r?\n/g,
  powershell: /`[ \t]*\r?\n/g,
  cmd: /\^[ \t]*\r?\n/g,
};

/**
 * Splits a text into commands and words. Nothing is executed: variables, `$(...)` and backticks stay as they are, each
 * with a caveat. Throws Refused for a quote that is not closed. Linear in the length of the text.
 */
export function readCommands(text: string): CommandText {
  const shell = detectShell(text);
  // Spaces of the same length keep the offsets.
  const folded = text.replaceAll(continuations[shell], (end) => ' '.repeat(end.length));
  const commands: Command[] = [];
  const commentOffsets: number[] = [];
  const documents = createHereDocuments(text);
  const waiting: { operator: HereOperator; input: HereText }[] = [];
  let words: Word[] = [];
  let input: HereText | undefined;
  let position = 0;
  const endCommand = (end: number, isPiped = false) => {
    const [first] = words;
    if (first !== undefined)
      commands.push({ words, offset: first.offset, end, isPiped, ...(input && { input }) });
    words = [];
    input = undefined;
  };
  /** Reads the operator of a here-document, or the text after `<<<`. */
  const readInput = () => {
    const [operator = ''] = /^<<[<-]?[ \t]*/.exec(folded.slice(position, position + 80)) ?? [];
    const start = position + operator.length;
    position = endOfWord(folded, start, shell, documents);
    const word = readWord(folded.slice(start, position), start, shell, documents);
    if (operator.startsWith('<<<')) input = { ...word, text: `${word.text}\n` };
    else {
      input = { text: '', offset: start };
      const isExpanded = !/['"\\]/.test(folded.slice(start, position));
      const isIndented = operator.startsWith('<<-');
      waiting.push({ operator: { end: word.text, isIndented, isExpanded }, input });
    }
  };
  while (position < folded.length) {
    const character = folded[position]!;
    if (character === '\n' || (/[;|&]/.test(character) && shell === 'bash')) {
      const isPipe = character === '|' && folded[position + 1] !== '|';
      endCommand(position, isPipe && folded[position - 1] !== '|');
      position += 1;
      if (character !== '\n') continue;
      for (const { operator, input: own } of waiting.splice(0)) {
        const { here, after } = documents.read(operator, position);
        Object.assign(own, here);
        position = Math.min(after + 1, folded.length);
      }
    } else if (shell === 'bash' && folded.startsWith('<<', position)) readInput();
    else if (/\s/.test(character)) position += 1;
    else if (character === '#') {
      commentOffsets.push(position);
      const end = folded.indexOf('\n', position);
      position = end < 0 ? folded.length : end;
    } else {
      const end = endOfWord(folded, position, shell, documents);
      words.push(readWord(folded.slice(position, end), position, shell, documents));
      position = end;
    }
  }
  endCommand(folded.length);
  return { commands, commentOffsets };
}

/** The offset after a word. Quotes, `$(...)` and backticks may contain spaces. */
function endOfWord(text: string, start: number, shell: Shell, documents: HereDocuments): number {
  const escape = escapes[shell];
  let position = start;
  while (position < text.length) {
    const character = text[position]!;
    const substitution = endOfSubstitution(text, position, shell, documents);
    if (substitution !== undefined) position = substitution;
    else if (character === escape) position += 2;
    else if (character === '"' || (character === "'" && shell !== 'cmd')) {
      const end = closingQuote(text, position, shell, documents);
      if (end < 0) throw new RefusalError(position, openQuote);
      position = end + 1;
    } else if (/\s/.test(character) || (shell === 'bash' && /[;|&]/.test(character)))
      return position;
    else if (shell === 'bash' && position > start && text.startsWith('<<', position))
      return position;
    else position += 1;
  }
  return text.length;
}

const escapes: Readonly<Record<Shell, string>> = { bash: '\\', powershell: '`', cmd: '^' };

/** The offset after a closed `$(...)` or backticks that begin here. */
function endOfSubstitution(
  text: string,
  start: number,
  shell: Shell,
  documents: HereDocuments,
): number | undefined {
  if (shell === 'bash' && text[start] === '`') {
    const end = text.indexOf('`', start + 1);
    return end < 0 ? undefined : end + 1;
  }
  if (shell === 'cmd' || text[start] !== '$' || text[start + 1] !== '(') return undefined;
  if (shell === 'bash') {
    const document = documents.substituted(start);
    if (document !== undefined) return document.after;
  }
  let depth = 0;
  for (
    let position = start + 1;
    position < text.length && position < start + MAX_SUBSTITUTION;
    position++
  ) {
    if (text[position] === '(') depth += 1;
    if (text[position] === ')') depth -= 1;
    if (depth === 0) return position + 1;
  }
  return undefined;
}

/** Longer ones are read as words; otherwise every unclosed one would cost a search of the whole text. */
const MAX_SUBSTITUTION = 4096;

/** True after an odd number of backslashes. */
function isEscaped(text: string, position: number): boolean {
  let first = position;
  while (text[first - 1] === '\\') first -= 1;
  return (position - first) % 2 === 1;
}

function closingQuote(text: string, start: number, shell: Shell, documents: HereDocuments): number {
  const quote = text[start]!;
  const isAnsi = quote === "'" && text[start - 1] === '$' && !isEscaped(text, start - 1);
  const escape = isAnsi ? '\\' : quote === '"' && shell !== 'cmd' ? escapes[shell] : '';
  for (let position = start + 1; position < text.length; position++) {
    const substitution =
      quote === '"' ? endOfSubstitution(text, position, shell, documents) : undefined;
    if (substitution !== undefined) position = substitution - 1;
    else if (text[position] === escape) position += 1;
    // A doubled quote is one literal quote.
    else if (isDoubled(text, position, quote, shell)) position += 1;
    // Windows programs read it this way, whatever cmd does.
    else if (shell === 'cmd' && text[position] === '\\' && text[position + 1] === quote)
      position += 1;
    else if (text[position] === quote) return position;
  }
  return -1;
}

function isDoubled(text: string, position: number, quote: string, shell: Shell): boolean {
  return shell !== 'bash' && text[position] === quote && text[position + 1] === quote;
}

function readWord(raw: string, offset: number, shell: Shell, documents: HereDocuments): Word {
  const opening = raw.startsWith('"') ? 1 : 0;
  const document = shell === 'bash' ? documents.substituted(offset + opening) : undefined;
  if (document?.after === offset + raw.length - opening) return document.here;
  const caveat = unresolved(raw, shell);
  return { text: unquote(raw, shell), offset, ...(caveat !== undefined && { caveat }) };
}

/** The word without its quotes. shlex reads POSIX: for other shells it gets the same word in that notation. */
function unquote(raw: string, shell: Shell): string {
  if (!/["'\\`^$]/.test(raw)) return raw;
  const substitutions: string[] = [];
  // `$(...)` and backticks may hold quotes of their own, which must stay.
  const masked = (shell === 'bash' ? raw : posixWord(raw, shell)).replaceAll(
    /\$\((?:[^()]|\([^()]*\))*\)|(?<!\\)`[^`]*`/g,
    (part) => {
      substitutions.push(part);
      return MASK;
    },
  );
  try {
    // One by one, because shlex resolves a backslash in single quotes if double quotes follow in the same word.
    const word = (masked.match(quotedPart) ?? []).map(unquotePart).join('');
    return word.replaceAll(MASK, () => substitutions.shift() ?? '');
  } catch {
    return raw;
  }
}

/** In double quotes shlex keeps the backslash before a dollar sign and a backtick. */
function unquotePart(part: string): string {
  return part.startsWith('"')
    ? part.slice(1, -1).replaceAll(/\\(?:\r?\n|([$`"\\]))/g, (_, escaped?: string) => escaped ?? '')
    : (split(part)[0] ?? '');
}

/** A part of a word in quotes, or between quotes. */
const quotedPart =
  /\$'(?:[^'\\]|\\[^])*'|'[^']*'|"(?:[^"\\]|\\[^])*"|(?:\\[^]|[^'"\\$]|\$(?!'))+|[^]/g;

/** Placeholder for a substitution while quotes are removed; a noncharacter that no text contains. */
const MASK = '\u{fdd0}';

function posixWord(raw: string, shell: 'powershell' | 'cmd'): string {
  return raw.replaceAll(quotedParts[shell], (part) => {
    if (part.startsWith('"')) return posixQuoted(part.slice(1, -1), shell);
    if (part.startsWith("'") && shell === 'powershell')
      return posixText(part.slice(1, -1).replaceAll("''", "'"));
    if (part.length === 2) return `\\${part[1]}`;
    return `\\${part}`;
  });
}

/** The parts that posixWord rewrites: texts in quotes, escaped characters, and characters that POSIX would take for an escape. */
const quotedParts = {
  powershell: /'(?:[^']|'')*'|"(?:[^"`]|`[^]|"")*"|`[^]|\\/g,
  cmd: /"(?:[^"\\]|\\[^]|"")*"|\\"|\^[^]|['\\]/g,
};

/** The inside of double quotes. */
function posixQuoted(inside: string, shell: 'powershell' | 'cmd'): string {
  if (shell === 'cmd') return posixText(inside.replaceAll(/""|\\"/g, '"'));
  const plain = inside.replaceAll(/""|`([^])/g, (_, escaped: string | undefined) =>
    escaped === undefined ? '"' : (powershellEscapes[escaped] ?? escaped),
  );
  return posixText(plain);
}

const powershellEscapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** A text in single quotes, which POSIX leaves as it is. */
function posixText(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The caveat for a word with something that only a shell can replace. */
function unresolved(raw: string, shell: Shell): Text | undefined {
  const open = shell === 'cmd' ? raw : raw.replaceAll(/'[^']*'/g, '');
  const found =
    shell === 'cmd'
      ? /%[A-Za-z_]\w*%/.exec(open)
      : /(?:^|[^\\`])(\$\([^)]*\)?|\$\{[^}]*\}?|\$(?:env:)?[A-Za-z_]\w*|\$[?!$#@*\d])/i.exec(open);
  const ticks = shell === 'bash' ? /(?<!\\)`[^`]*`/.exec(open)?.[0] : undefined;
  const part = ticks ?? found?.[1] ?? found?.[0];
  if (part === undefined) return shell === 'cmd' && /"[^"]*[^"]""/.test(raw) ? doubled : undefined;
  return onlyShell(part);
}

const doubled: Text = {
  en: 'two double quotes are read as one. Programs on Windows disagree about them.',
  zh: '连续两个双引号按一个读取，Windows 程序对此的处理并不一致。',
};
const openQuote: Text = { en: 'This quote is not closed.', zh: '引号未闭合。' };
