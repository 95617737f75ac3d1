import type { Text } from '#src/domain/core/text.ts';
import { RefusalError } from '../source/refusal.ts';
import {
  createHereDocuments,
  onlyShell,
  type HereDocuments,
  type HereOperator,
  type HereText,
} from './here-documents.ts';
import { detectShell, joinLines, type Shell } from './shells.ts';
import { unquoteWord } from './unquote-word.ts';

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
  /** Parts such as `2>&1` and `> /dev/null`, as written. */
  readonly redirections: readonly Word[];
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
 * Splits a text into commands and words. Nothing is executed: variables, `$(...)` and backticks stay as they are, each
 * with a caveat. Throws Refused for a quote that is not closed. Linear in the length of the text.
 */
export function readCommands(text: string): CommandText {
  const shell = detectShell(text);
  const folded = joinLines(text, shell);
  const commands: Command[] = [];
  const commentOffsets: number[] = [];
  const documents = createHereDocuments(text);
  const waiting: { operator: HereOperator; input: HereText }[] = [];
  let words: Word[] = [];
  let redirections: Word[] = [];
  let input: HereText | undefined;
  let position = 0;
  const endCommand = (end: number, isPiped = false) => {
    const [first] = words;
    if (first !== undefined)
      commands.push({
        words,
        redirections,
        offset: first.offset,
        end,
        isPiped,
        ...(input && { input }),
      });
    words = [];
    redirections = [];
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
    // A first `>` is a prompt.
    const target = words.length === 0 ? undefined : targetAfter(folded, position, shell);
    if (target !== undefined) {
      const end = endOfWord(folded, target, shell, documents);
      redirections.push({ text: folded.slice(position, end), offset: position });
      position = end;
    } else if (character === '\n' || (/[;|&]/.test(character) && shell === 'bash')) {
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

/** Where the file of a redirection of output begins; undefined if there is none at this place. */
function targetAfter(text: string, position: number, shell: Shell): number | undefined {
  const operator = shell === 'bash' ? BASH_OUTPUT : OUTPUT;
  operator.lastIndex = position;
  return operator.test(text) ? operator.lastIndex : undefined;
}

const BASH_OUTPUT = /(?:\d{0,3}|&)>[>|&]?[ \t]*/y;
const OUTPUT = /[\d*]?>>?&?[ \t]*/y;

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
  return { text: unquoteWord(raw, shell), offset, ...(caveat !== undefined && { caveat }) };
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
