import type { ChoiceSpec, FieldSpec, GroupSpec, RowsSpec } from '../spec/field.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject } from '#src/json/value.ts';
import { missing, mistyped } from '../limits/limit-messages.ts';
import { wrongInteger } from '../limits/number-messages.ts';
import type { Text } from '../text.ts';
import type { ValueOf } from '../spec/value-of.ts';

/** The type of what {@link readValue} gives: a choice may hold a word that is newer than this code. */
export type ReadOf<S> = ValueOf<S, string>;

/** What could not be read: where it stands in what was given, and what it should have been. */
export interface ReadProblem {
  readonly path: Path;
  readonly message: Text;
}

/** An optional part that was left out of a reading. */
export interface DroppedPart {
  readonly path: Path;
  /** What stands there, as it came. */
  readonly raw: unknown;
  /** Why it was left out; at the part itself or inside it. */
  readonly problem: ReadProblem;
}

/** What a reading came to: a value to rely on, or why there is none. */
export type Reading<V> =
  | { readonly value: V; readonly dropped: readonly DroppedPart[] }
  | { readonly problem: ReadProblem };

/**
 * Reads JSON that somebody else wrote, such as an answer, by a spec, and forgives what real services do:
 *
 * - unknown keys stay as they came, and limits (lengths, patterns, ranges) are not judged;
 * - a number or a boolean where text is promised becomes its text;
 * - text such as `"80"` where a whole number is promised becomes the number, and `"true"` where a flag is;
 * - null is absence: a list that is null is empty, a null in a list is left out, any other part is not there;
 * - a word of a choice is found whatever its case (`http` is read as `HTTP`); an unknown word stays as it came.
 *
 * Whatever else is of the wrong type cannot be relied on. If it is optional, or stands in something optional, the
 * innermost optional part around it is left out of the value and listed in `dropped`: one odd field must not make
 * the answer of a create that went well unreadable. If it is required all the way up, that is the problem.
 *
 * The argument stays as it is. Never throws; the depth it walks is that of the spec, however deep the value is.
 */
export function readValue<const S extends FieldSpec>(spec: S, value: unknown): Reading<ReadOf<S>> {
  const dropped: DroppedPart[] = [];
  const read = readField(spec, value, [], dropped);
  if (read instanceof Unreadable) return { problem: { path: read.path, message: read.message } };
  return { value: read as ReadOf<S>, dropped };
}

/** Stands in place of a value. A class of its own, since any plain object may be a value. */
class Unreadable {
  readonly path: Path;
  readonly message: Text;
  constructor(path: Path, message: Text) {
    this.path = path;
    this.message = message;
  }
}

function readField(spec: FieldSpec, value: unknown, path: Path, dropped: DroppedPart[]): unknown {
  switch (spec.kind) {
    case 'text':
    case 'amount':
      return readText(value) ?? new Unreadable(path, mistyped.text);
    case 'choice':
      return readWord(spec, value) ?? new Unreadable(path, mistyped.text);
    case 'integer':
      return readInteger(value) ?? new Unreadable(path, wrongInteger(value));
    case 'flag':
      return readFlag(value) ?? new Unreadable(path, mistyped.flag);
    case 'strings':
      return readList(value, path, (one, at) => readText(one) ?? new Unreadable(at, mistyped.text));
    case 'rows':
      return readRows(spec, value, path, dropped);
    case 'entries':
      return readEntries(value, path);
    case 'group':
      return readGroup(spec, value, path, dropped);
  }
}

function readText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function readWord({ options }: ChoiceSpec, value: unknown): string | undefined {
  const word = readText(value);
  if (word === undefined || options.some((option) => option.value === word)) return word;
  const folded = word.toLowerCase();
  return options.find((option) => option.value.toLowerCase() === folded)?.value ?? word;
}

function readInteger(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) ? (number as number) : undefined;
}

function readFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.toLowerCase() : undefined;
  return word === 'true' || (word === 'false' ? false : undefined);
}

function readRows({ row }: RowsSpec, value: unknown, path: Path, dropped: DroppedPart[]): unknown {
  return readList(value, path, (one, at) => readGroup(row, one, at, dropped));
}

function readList(value: unknown, path: Path, read: (one: unknown, at: Path) => unknown): unknown {
  if (value === null) return [];
  if (!Array.isArray(value)) return new Unreadable(path, mistyped.list);
  const members: unknown[] = [];
  for (let index = 0; index < value.length; index++) {
    if (value[index] === null) continue;
    const member = read(value[index], [...path, index]);
    if (member instanceof Unreadable) return member;
    members.push(member);
  }
  return members;
}

function readEntries(value: unknown, path: Path): unknown {
  if (!isJsonObject(value)) return new Unreadable(path, mistyped.object);
  const entries: [string, string][] = [];
  for (const [key, member] of Object.entries(value)) {
    if (member === null) continue;
    const text = readText(member);
    if (text === undefined) return new Unreadable([...path, key], mistyped.text);
    entries.push([key, text]);
  }
  return Object.fromEntries(entries);
}

function readGroup(spec: GroupSpec, value: unknown, path: Path, dropped: DroppedPart[]): unknown {
  if (!isJsonObject(value)) return new Unreadable(path, mistyped.object);
  // Entries and fromEntries, which take a key named __proto__ for a key.
  const members = new Map<string, unknown>();
  for (const [key, raw] of Object.entries(value)) {
    const field = Object.hasOwn(spec.fields, key) ? spec.fields[key] : undefined;
    if (field === undefined) {
      members.set(key, raw);
      continue;
    }
    if (raw === null && !isList(field)) continue;
    const at = [...path, key];
    const before = dropped.length;
    const member = readField(field, raw, at, dropped);
    if (!(member instanceof Unreadable)) {
      members.set(key, member);
      continue;
    }
    if (field.required) return member;
    // Its raw value holds all that was dropped inside.
    dropped.length = before;
    const { path: where, message } = member;
    dropped.push({ path: at, raw, problem: { path: where, message } });
  }
  for (const [key, { label, required }] of Object.entries(spec.fields)) {
    if (required && !members.has(key)) return new Unreadable([...path, key], missing(label));
  }
  return Object.fromEntries(members);
}

function isList({ kind }: FieldSpec): boolean {
  return kind === 'rows' || kind === 'strings';
}
