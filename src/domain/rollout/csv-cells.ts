/** One record of a table, with the line it starts at. */
export interface TableRecord {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The records of a table copied from a spreadsheet or a CSV file (RFC 4180): cells may be quoted and then contain
 * separators, line breaks and doubled quotes. The first line decides on the separator; it may be `sep=;`, as spreadsheets
 * write it. Blank lines and a byte order mark are left out.
 */
export function readCells(text: string): readonly TableRecord[] {
  const given = /^\uFEFF?sep=(.)(?=\r|\n|$)/i.exec(text);
  const separator = given?.[1] ?? separatorOf(text);
  const records: TableRecord[] = [];
  let cells: string[] = [];
  let line = 1;
  let startLine = 1;
  let at = given?.[0].length ?? (text.startsWith('\uFEFF') ? 1 : 0);
  const endRecord = () => {
    if (cells.some((cell) => cell !== '')) records.push({ line: startLine, cells });
    cells = [];
    startLine = line;
  };
  while (at < text.length) {
    const cell = readCell(text, at, separator);
    cells.push(cell.value);
    line += cell.lines;
    at = cell.end;
    const next = text[at];
    if (next === separator) {
      at++;
      // A separator at the end of the text is followed by an empty cell.
      if (at === text.length) cells.push('');
      continue;
    }
    if (next === '\r' && text[at + 1] === '\n') at++;
    at++;
    line++;
    endRecord();
  }
  if (cells.length > 0) endRecord();
  return records;
}

function separatorOf(text: string): string {
  let isQuoted = false;
  const found = new Set<string>();
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (isBreak(character)) break;
    else found.add(character);
  }
  return ['\t', ',', ';', '，'].find((separator) => found.has(separator)) ?? ',';
}

interface Cell {
  readonly value: string;
  /** Where the separator or the line break after it is. */
  readonly end: number;
  /** Line breaks inside the cell. */
  readonly lines: number;
}

function readCell(text: string, start: number, separator: string): Cell {
  if (text[start] === '"') return readQuoted(text, start, separator);
  let end = start;
  while (end < text.length && text[end] !== separator && !isBreak(text[end]!)) end++;
  return { value: text.slice(start, end).trim(), end, lines: 0 };
}

function readQuoted(text: string, start: number, separator: string): Cell {
  let at = start + 1;
  let value = '';
  let lines = 0;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    const end = quote < 0 ? text.length : quote;
    value += text.slice(at, end);
    at = end + 1;
    if (text[at] !== '"') break;
    value += '"';
    at++;
  }
  at = Math.min(at, text.length);
  for (const character of value) if (character === '\n') lines++;
  // Whatever follows the quote belongs to the cell, as spreadsheets read it.
  let end = at;
  while (end < text.length && text[end] !== separator && !isBreak(text[end]!)) end++;
  return { value: value + text.slice(at, end), end, lines };
}

function isBreak(character: string): boolean {
  return character === '\n' || character === '\r';
}
