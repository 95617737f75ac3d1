import type { ChoiceSpec, FieldSpec, GroupSpec, RowsSpec } from '../spec/field.ts';
import type { Path } from '#src/json/path.ts';
import { isJsonObject } from '#src/json/value.ts';
import { missing, mistyped } from '../limits/limit-messages.ts';
import { wrongInteger } from '../limits/number-messages.ts';
import type { Text } from '../text.ts';
import type { ValueOf } from '../spec/value-of.ts';

/** The result type of {@link readValue}: a choice may contain a value that is newer than this code. */
export type ReadOf<S> = ValueOf<S, string>;

/** A part that could not be read: its path in the input, and what was expected. */
export interface ReadProblem {
  readonly path: Path;
  readonly message: Text;
}

/** An optional part that was omitted from a reading. */
export interface DroppedPart {
  readonly path: Path;
  /** The original value. */
  readonly raw: unknown;
  /** The problem with the part itself or with something inside it. */
  readonly problem: ReadProblem;
}

export type Reading<V> =
  | { readonly value: V; readonly dropped: readonly DroppedPart[] }
  | { readonly problem: ReadProblem };

/**
 * Reads external JSON, such as a response, by a spec. It tolerates the deviations of real services:
 *
 * - Unknown keys are kept, and limits (lengths, patterns, ranges) are not checked.
 * - A number or boolean is converted where a string is expected.
 * - A string such as `"80"` or `"true"` is converted where an integer or a boolean is expected.
 * - null means absent: a null list is empty, a null in a list is omitted, and any other null member is omitted.
 * - Choices ignore case (`http` is read as `HTTP`), and an unknown choice is kept.
 *
 * Any other value of a wrong type is unreadable. The innermost optional part that contains it is omitted and listed in
 * `dropped`, so that one odd field does not make the response of a successful create unreadable. If all parts around it are
 * required, the whole value is unreadable.
 *
 * Does not change its argument. Never throws, and descends no deeper than the spec.
 */
export function readValue<const S extends FieldSpec>(spec: S, value: unknown): Reading<ReadOf<S>> {
  const dropped: DroppedPart[] = [];
  const read = readField(spec, value, [], dropped);
  if (read instanceof Unreadable) return { problem: { path: read.path, message: read.message } };
  return { value: read as ReadOf<S>, dropped };
}

/** Marks an unreadable value. A class, because any plain object can be a value. */
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
      return readList(
        value,
        path,
        (member, memberPath) => readText(member) ?? new Unreadable(memberPath, mistyped.text),
      );
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
  return readList(value, path, (member, memberPath) => readGroup(row, member, memberPath, dropped));
}

function readList(
  value: unknown,
  path: Path,
  read: (member: unknown, path: Path) => unknown,
): unknown {
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
  // Entries and fromEntries treat __proto__ like any other key.
  const members = new Map<string, unknown>();
  for (const [key, raw] of Object.entries(value)) {
    const field = Object.hasOwn(spec.fields, key) ? spec.fields[key] : undefined;
    if (field === undefined) {
      members.set(key, raw);
      continue;
    }
    if (raw === null && !isList(field)) continue;
    const memberPath = [...path, key];
    const before = dropped.length;
    const member = readField(field, raw, memberPath, dropped);
    if (!(member instanceof Unreadable)) {
      members.set(key, member);
      continue;
    }
    if (field.required) return member;
    // The raw value contains the parts that were dropped inside it.
    dropped.length = before;
    const { path: problemPath, message } = member;
    dropped.push({ path: memberPath, raw, problem: { path: problemPath, message } });
  }
  for (const [key, { label, required }] of Object.entries(spec.fields)) {
    if (required && !members.has(key)) return new Unreadable([...path, key], missing(label));
  }
  return Object.fromEntries(members);
}

function isList({ kind }: FieldSpec): boolean {
  return kind === 'rows' || kind === 'strings';
}
