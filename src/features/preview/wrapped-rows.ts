import { countLines } from '#src/document/lines.ts';
import { asObject, isJsonList, isJsonObject, type Json } from '#src/json/value.ts';

/** Wrapped lines continue this far to the right of their beginning, letters. */
const HANG = 2;
/** Lines that begin further to the right continue as if they began here, so that a row always holds some letters. */
export const MAX_INDENT = 20;

/** A line, and the number of rows above it. */
export interface RowPlace {
  readonly line: number;
  readonly row: number;
}

interface Known {
  readonly indent: number;
  readonly columns: number;
  readonly rows: number;
}

const known = new WeakMap<object, Known>();

/** The rows of a printed line in a pane of this many columns. */
export function rowsOfLine(line: string, columns: number): number {
  const text = line.trimStart();
  return rowsOfText(text, line.length - text.length, columns);
}

/** The rows of the whole text of a document. */
export function countTextRows(document: Json, columns: number): number {
  return rowsOfValue(document, 0, columns, '', '');
}

/** The line that has this row. */
export function lineAtRow(document: Json, columns: number, row: number): RowPlace {
  return seek(document, columns, (_, rows) => rows > row);
}

/** The number of rows above a line. */
export function rowsAbove(document: Json, columns: number, line: number): number {
  return seek(document, columns, (lines) => lines > line).row;
}

/** Characters outside ASCII may take two columns, and then a row may have one column left. */
function rowsOfText(text: string, indent: number, columns: number): number {
  const wide = text.replaceAll(/[ -~]+/g, '').length;
  const fits = wide === 0 ? columns : columns - 1;
  const rest = indent + text.length + wide - fits;
  return rest <= 0
    ? 1
    : 1 + Math.ceil(rest / Math.max(1, fits - Math.min(indent, MAX_INDENT) - HANG));
}

function rowsOfValue(
  value: Json,
  indent: number,
  columns: number,
  label: string,
  comma: string,
): number {
  const brackets = bracketsOf(value);
  if (brackets === undefined)
    return rowsOfText(label + JSON.stringify(value) + comma, indent, columns);
  return (
    rowsOfText(label + brackets[0], indent, columns) +
    rowsOfMembers(value as object, indent, columns) +
    rowsOfText(brackets[1] + comma, indent, columns)
  );
}

/** Cached per object, so an edit counts again only along its path. */
function rowsOfMembers(value: object, indent: number, columns: number): number {
  const last = known.get(value);
  if (last?.indent === indent && last.columns === columns) return last.rows;
  let rows = 0;
  for (const { member, label, comma } of membersOf(value as Json))
    rows += rowsOfValue(member, indent + 2, columns, label, comma);
  known.set(value, { indent, columns, rows });
  return rows;
}

/** The first line after which `isReached` is true. */
function seek(
  document: Json,
  columns: number,
  isReached: (lines: number, rows: number) => boolean,
): RowPlace {
  let line = 0;
  let row = 0;
  const step = (lines: number, rows: number): boolean => {
    if (isReached(line + lines, row + rows)) return true;
    line += lines;
    row += rows;
    return false;
  };
  const visit = (value: Json, indent: number, label: string, comma: string): boolean => {
    const brackets = bracketsOf(value);
    if (brackets === undefined)
      return step(1, rowsOfText(label + JSON.stringify(value) + comma, indent, columns));
    if (step(1, rowsOfText(label + brackets[0], indent, columns))) return true;
    for (const next of membersOf(value)) {
      const rows = rowsOfValue(next.member, indent + 2, columns, next.label, next.comma);
      if (isReached(line + countLines(next.member), row + rows))
        return visit(next.member, indent + 2, next.label, next.comma);
      line += countLines(next.member);
      row += rows;
    }
    return step(1, rowsOfText(brackets[1] + comma, indent, columns));
  };
  visit(document, 0, '', '');
  return { line, row };
}

/** Undefined for values of one line. */
function bracketsOf(value: Json): readonly [string, string] | undefined {
  if (isJsonList(value)) return value.length === 0 ? undefined : ['[', ']'];
  return isJsonObject(value) && Object.keys(value).length > 0 ? ['{', '}'] : undefined;
}

function* membersOf(value: Json) {
  const isList = isJsonList(value);
  const entries = Object.entries(isList ? value : asObject(value)) as [string, Json][];
  for (const [index, [key, member]] of entries.entries()) {
    const label = isList ? '' : `${JSON.stringify(key)}: `;
    yield { member, label, comma: index < entries.length - 1 ? ',' : '' };
  }
}
