import type { Text } from '#src/domain/core/text.ts';

/** A text that a command of bash reads from its standard input, or that `$(cat <<END …)` stands for. */
export interface HereText {
  text: string;
  offset: number;
  caveat?: Text;
}

/** What `<<END` says about the lines below. */
export interface HereOperator {
  readonly end: string;
  /** True for `<<-`, which takes tabs off the lines. */
  readonly isIndented: boolean;
  /** True without quotes around the word: then bash replaces variables in the lines. */
  readonly isExpanded: boolean;
}

/** Finds here-documents of a text, in time linear in its length. */
export interface HereDocuments {
  /** The lines from `start` up to the closing one, or up to the end of the text as bash takes them. */
  read(operator: HereOperator, start: number): { readonly here: HereText; readonly after: number };
  /** The document of a `$(cat <<END …)` that begins at `start`, and the offset after it. */
  substituted(start: number): { readonly here: HereText; readonly after: number } | undefined;
}

const SUBSTITUTED = /\$\(\s*cat\s+<<(-?)\s*(?:'(\w+)'|"(\w+)"|\\?(\w+))[ \t]*\r?\n/y;
const BRACKET = /\s*\)/y;

export function createHereDocuments(text: string): HereDocuments {
  let lineStarts: ReadonlyMap<string, readonly number[]> | undefined;
  const findEnd = ({ end, isIndented }: HereOperator, start: number) => {
    lineStarts ??= indexLines(text);
    const found = firstFrom(lineStarts.get(end), start);
    const tabbed = isIndented ? firstFrom(lineStarts.get(`\t${end}`), start) : Infinity;
    const closing = Math.min(found, tabbed, text.length);
    const line = text.indexOf('\n', closing);
    return { closing, after: line < 0 ? text.length : line };
  };
  const readLines = (operator: HereOperator, start: number, end: number): HereText => {
    const raw = text.slice(start, end);
    const here = {
      text: operator.isIndented ? raw.replaceAll(/^\t+/gm, '') : raw,
      offset: start,
    };
    return operator.isExpanded ? expanded(here) : here;
  };
  return {
    read(operator, start) {
      const { closing, after } = findEnd(operator, start);
      return { here: readLines(operator, start, closing), after };
    },
    substituted(position) {
      SUBSTITUTED.lastIndex = position;
      const [opening = '', dash, single, double, bare] = SUBSTITUTED.exec(text) ?? [];
      if (opening === '') return undefined;
      const operator = {
        end: single ?? double ?? bare ?? '',
        isIndented: dash === '-',
        isExpanded: bare !== undefined && !opening.includes('\\'),
      };
      const start = position + opening.length;
      const { closing, after } = findEnd(operator, start);
      BRACKET.lastIndex = after;
      if (!BRACKET.test(text)) return undefined;
      const here = readLines(operator, start, closing);
      // Bash takes the line breaks at the end off.
      return { here: { ...here, text: here.text.trimEnd() }, after: BRACKET.lastIndex };
    },
  };
}

/** The offsets of all lines by their text; lines with tabs before it have one. */
function indexLines(text: string): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  let start = 0;
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = text.slice(start, end).replace(/^\t+/, '\t').replace(/\r$/, '');
    if (/^\t?\w+$/.test(line)) {
      const known = starts.get(line);
      if (known === undefined) starts.set(line, [start]);
      else known.push(start);
    }
    start = end + 1;
  }
  return starts;
}

/** The first of some ascending offsets that is not before `start`. */
function firstFrom(offsets: readonly number[] | undefined, start: number): number {
  let low = 0;
  let high = offsets?.length ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets![middle]! < start) low = middle + 1;
    else high = middle;
  }
  return offsets?.[low] ?? Infinity;
}

/** The text that bash would make of it, except that nothing is replaced. */
function expanded(here: HereText): HereText {
  const [, part] =
    /(?:^|[^\\])(\$\([^)]*\)?|\$\{[^}]*\}?|\$[A-Za-z_]\w*|`[^`]*`)/.exec(here.text) ?? [];
  return {
    text: here.text.replaceAll(/\\([$`\\])/g, '$1'),
    offset: here.offset,
    ...(part !== undefined && { caveat: onlyShell(part) }),
  };
}

/** Says that a part of a text was not replaced. */
export function onlyShell(part: string): Text {
  return {
    en: `only a shell can replace ${part.slice(0, 40)}. It was not executed and is kept as written.`,
    zh: `${part.slice(0, 40)} 需由 shell 替换，未执行，按原文保留。`,
  };
}
