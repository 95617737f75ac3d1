import { asObject, isJsonList, isJsonObject, type Json } from '#src/json/value.ts';

const counts = new WeakMap<object, number>();

/**
 * The number of lines of a document's text (`documentText`). Cached per object, so an edit recounts only the parents of
 * the edited value.
 */
export function countLines(value: Json): number {
  if (typeof value !== 'object' || value === null) return 1;
  const known = counts.get(value);
  if (known !== undefined) return known;
  const members = Object.values(value) as Json[];
  let count = members.length === 0 ? 1 : 2;
  for (const member of members) count += countLines(member);
  counts.set(value, count);
  return count;
}

/**
 * Lines `from` (inclusive) to `to` (exclusive) of a document's text, exactly as in `documentText`. Values outside the
 * range are skipped by their line count, so the cost depends on the range and not on the document.
 */
export function printLines(document: Json, from: number, to: number): string[] {
  const lines: string[] = [];
  const add = (lineNumber: number, line: string) => {
    if (lineNumber >= from && lineNumber < to) lines.push(line);
  };
  /** Prints a value. Its first line is `lineNumber` and starts with `label`; its last line ends with `comma`. */
  const print = (value: Json, lineNumber: number, indent: string, label: string, comma: string) => {
    const isList = isJsonList(value);
    const keys = isJsonObject(value) ? Object.keys(value) : undefined;
    const members = isList ? value : Object.values(asObject(value));
    if (members.length === 0) {
      add(lineNumber, indent + label + JSON.stringify(value) + comma);
      return;
    }
    add(lineNumber, indent + label + (isList ? '[' : '{'));
    let line = lineNumber + 1;
    for (const [index, member] of members.entries()) {
      const next = line + countLines(member);
      if (next > from && line < to) {
        const key = keys ? `${JSON.stringify(keys[index])}: ` : '';
        print(member, line, `${indent}  `, key, index < members.length - 1 ? ',' : '');
      }
      line = next;
    }
    add(line, indent + (isList ? ']' : '}') + comma);
  };
  print(document, 0, '', '', '');
  return lines;
}
