import { isJsonList, isJsonObject, type Json } from '#src/json/value.ts';

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

/** Prints a part of a document. */
export type Printer = (document: Json, from: number, to: number) => string[];

/**
 * A printer of lines `from` (inclusive) to `to` (exclusive) of `JSON.stringify(document, null, 2)`, character for
 * character. Parts outside the range are skipped by their count, never printed. It remembers what it printed last: what
 * an edit left as it was is not printed again, and its lines are the same strings, which compare at once.
 */
export function createPrinter(): Printer {
  let last: Printed | undefined;
  return (document, from, to) => {
    const lines: string[] = [];
    last = print(
      { value: document, indent: '', label: '', comma: '' },
      { at: 0, from, to, lines },
      last,
    );
    return lines;
  };
}

interface Part {
  readonly value: Json;
  readonly indent: string;
  readonly label: string;
  readonly comma: string;
}
interface Range {
  /** The line that the part begins with. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly lines: string[];
}
/** A part that was printed. */
interface Printed {
  readonly part: Part;
  /** All its lines; undefined where only some were in the range. */
  readonly lines: readonly string[] | undefined;
  /** Its members in the range, and the index of the first of them. */
  readonly first: number;
  readonly members: readonly Printed[];
}

function print(part: Part, range: Range, before: Printed | undefined): Printed {
  const { at, from, to, lines } = range;
  const isWhole = at >= from && at + countLines(part.value) <= to;
  if (isWhole && before?.lines && isSame(part, before.part)) {
    for (const line of before.lines) lines.push(line);
    return before;
  }
  const begin = lines.length;
  const found = printAnew(part, range, before);
  return { part, ...found, lines: isWhole ? lines.slice(begin) : undefined };
}

function printAnew(
  { value, indent, label, comma }: Part,
  range: Range,
  before: Printed | undefined,
): Pick<Printed, 'first' | 'members'> {
  const { at, from, to, lines } = range;
  const emit = (line: number, text: string) => {
    if (line >= from && line < to) lines.push(text);
  };
  const printed: Printed[] = [];
  let first = 0;
  const isList = isJsonList(value);
  if (!isList && !isJsonObject(value)) {
    emit(at, indent + label + JSON.stringify(value) + comma);
    return { first, members: printed };
  }
  const keys = isList ? undefined : Object.keys(value);
  const members: readonly Json[] = isList ? value : (Object.values(value) as Json[]);
  const open = isList ? '[' : '{';
  const close = isList ? ']' : '}';
  if (members.length === 0) {
    emit(at, indent + label + open + close + comma);
    return { first, members: printed };
  }
  emit(at, indent + label + open);
  let line = at + 1;
  for (let index = 0; index < members.length; index++) {
    const member = members[index]!;
    const end = line + countLines(member);
    if (end > from && line < to) {
      if (printed.length === 0) first = index;
      const part = {
        value: member,
        indent: `${indent}  `,
        label: keys ? `${JSON.stringify(keys[index])}: ` : '',
        comma: index === members.length - 1 ? '' : ',',
      };
      const known = before?.members[index - before.first];
      printed.push(print(part, { at: line, from, to, lines }, known));
    }
    line = end;
  }
  emit(line, indent + close + comma);
  return { first, members: printed };
}

function isSame(one: Part, other: Part): boolean {
  return (
    one.value === other.value &&
    one.comma === other.comma &&
    one.label === other.label &&
    one.indent === other.indent
  );
}
