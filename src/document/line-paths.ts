import type { Key, Path } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';
import { countLines } from './lines.ts';

/** Lines of a document's text, counted from 0: `from` inclusive, `end` exclusive. */
export interface LineRange {
  readonly from: number;
  readonly end: number;
}

/** The lines of the value at a path; undefined if the document has no such value. */
export function linesOfPath(document: Json, path: Path): LineRange | undefined {
  let current = document;
  let from = 0;
  for (const key of path) {
    // The line of the opening bracket.
    from++;
    let found: Json | undefined;
    for (const [member, value] of membersOf(current)) {
      if (member === key) {
        found = value;
        break;
      }
      from += countLines(value);
    }
    if (found === undefined) return undefined;
    current = found;
  }
  return { from, end: from + countLines(current) };
}

/**
 * The path of the innermost value that has a line: of a leaf its own path; of a line with only a bracket the path of the
 * object or list.
 */
export function pathOfLine(document: Json, line: number): Path {
  const path: Key[] = [];
  let current = document;
  let from = 0;
  while (line > from && line < from + countLines(current) - 1) {
    let start = from + 1;
    let next: readonly [Key, Json] | undefined;
    for (const member of membersOf(current)) {
      const count = countLines(member[1]);
      if (line < start + count) {
        next = member;
        break;
      }
      start += count;
    }
    if (next === undefined) break;
    path.push(next[0]);
    current = next[1];
    from = start;
  }
  return path;
}

/**
 * The line of the only difference between two documents, if it is a value of one line in both, such as a text that is
 * being typed; undefined for any other difference, and for none.
 */
export function changedLine(before: Json, after: Json): number | undefined {
  let line = 0;
  let old = before;
  let current = after;
  while (isStructure(old) && isStructure(current)) {
    const oldMembers = [...membersOf(old)];
    const members = [...membersOf(current)];
    if (members.length !== oldMembers.length || isJsonList(old) !== isJsonList(current))
      return undefined;
    if (members.some(([key], index) => key !== oldMembers[index]![0])) return undefined;
    const index = members.findIndex(([, value], at) => value !== oldMembers[at]![1]);
    const isOnly = members.every(([, value], at) => at <= index || value === oldMembers[at]![1]);
    if (index < 0 || !isOnly) return undefined;
    for (const [, value] of members.slice(0, index)) line += countLines(value);
    line++;
    old = oldMembers[index]![1];
    current = members[index]![1];
  }
  return isStructure(old) || isStructure(current) || old === current ? undefined : line;
}

function isStructure(value: Json): boolean {
  return isJsonList(value) || isJsonObject(value);
}

/** The members in the order of the text. */
function* membersOf(value: Json): Generator<readonly [Key, Json]> {
  if (isJsonList(value)) yield* value.entries();
  else if (isJsonObject(value)) yield* Object.entries(value);
}
