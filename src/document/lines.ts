import { isJsonList, isJsonObject, type Json } from './json.ts';

/** Lines of an object or list as printed with an indent of two, both brackets included. */
const counts = new WeakMap<object, number>();

/** How many lines `JSON.stringify(value, null, 2)` has. Remembered per object: after an edit only its parents are counted anew. */
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
 * Lines `from` (inclusive) to `to` (exclusive) of `JSON.stringify(document, null, 2)`, character for
 * character. Parts outside the range are skipped by their count, never printed.
 */
export function printLines(document: Json, from: number, to: number): string[] {
  const lines: string[] = [];
  print({ value: document, at: 0, indent: '', label: '', comma: '' }, { from, to, lines });
  return lines;
}

interface Part {
  readonly value: Json;
  readonly at: number;
  readonly indent: string;
  readonly label: string;
  readonly comma: string;
}
interface Range {
  readonly from: number;
  readonly to: number;
  readonly lines: string[];
}

function print({ value, at, indent, label, comma }: Part, range: Range): void {
  const emit = (line: number, text: string) => {
    if (line >= range.from && line < range.to) range.lines.push(text);
  };
  const isList = isJsonList(value);
  if (!isList && !isJsonObject(value)) {
    emit(at, indent + label + JSON.stringify(value) + comma);
    return;
  }
  const keys = isList ? undefined : Object.keys(value);
  const members: readonly Json[] = isList ? value : (Object.values(value) as Json[]);
  const open = isList ? '[' : '{';
  const close = isList ? ']' : '}';
  if (members.length === 0) {
    emit(at, indent + label + open + close + comma);
    return;
  }
  emit(at, indent + label + open);
  let line = at + 1;
  for (let index = 0; index < members.length; index++) {
    const member = members[index]!;
    const end = line + countLines(member);
    if (end > range.from && line < range.to) {
      print(
        {
          value: member,
          at: line,
          indent: `${indent}  `,
          label: keys ? `${JSON.stringify(keys[index])}: ` : '',
          comma: index === members.length - 1 ? '' : ',',
        },
        range,
      );
    }
    line = end;
  }
  emit(line, indent + close + comma);
}
