import {
  readEnv,
  type EnvEntry,
  type EnvNote,
  type SkippedLine,
} from '#src/convert/env/read-env.ts';
import { writeEnvEntry } from '#src/convert/env/write-env.ts';
import { setIn } from '#src/document/edits.ts';
import { complaintOf } from '#src/domain/core/check/field-errors.ts';
import type { Text } from '#src/domain/core/text.ts';
import { envGroup } from '#src/domain/deployment/fields/env.fields.ts';
import { isJsonObject, type Json, type JsonList, type JsonObject } from '#src/json/value.ts';
import { envTextWords } from './words.ts';

/** A problem of one line. */
export interface LineProblem {
  readonly line: number;
  readonly message: Text;
}

/** The variables that a text sets, or why it cannot be used. */
export interface EnvReading {
  /** Undefined while a line cannot be read. */
  readonly list: JsonList | undefined;
  readonly problems: readonly LineProblem[];
  readonly comments: number;
}

const texts = new WeakMap<object, string | undefined>();

/** The lines of a variable; undefined for one that text cannot show, such as a reference to a secret. */
function textOf(row: Json): string | undefined {
  if (!isJsonObject(row)) return undefined;
  if (!texts.has(row)) texts.set(row, writeRow(row));
  return texts.get(row);
}

function writeRow(row: JsonObject): string | undefined {
  const { name, value } = row;
  const isPlain = typeof name === 'string' && typeof value === 'string';
  return isPlain && Object.keys(row).length === 2 ? writeEnvEntry(name, value) : undefined;
}

/** A list of variables as the text of a .env file, without those that text cannot show. */
export function envToText(list: JsonList): string {
  return list
    .map((row) => textOf(row))
    .filter((text) => text !== undefined)
    .join('\n');
}

/** The variables of a list that its text does not show. */
export function hiddenRows(list: JsonList): JsonList {
  return list.filter((row) => textOf(row) === undefined);
}

/**
 * Reads a text that replaces the plain variables of a list. Variables that text cannot show stay behind the variable
 * that they followed. A line that cannot be read leaves the list undefined, so that a typing error removes nothing.
 */
export function readEnvText(text: string, present: JsonList): EnvReading {
  const { entries, skipped } = readEnv(text);
  const unreadable = [
    ...skipped
      .filter(({ why }) => why !== 'comment')
      .map(({ line, why }) => ({ line, message: envTextWords.skipped[why as Reason] })),
    ...entries.flatMap(({ line, notes }) =>
      notes.filter(isOpen).map((note) => ({ line, message: envTextWords.open[note] })),
    ),
  ];
  const problems = [...unreadable, ...entries.flatMap(complaintsOf)];
  return {
    list: unreadable.length === 0 ? mergeEntries(entries, present) : undefined,
    problems: problems.toSorted((one, other) => one.line - other.line),
    comments: skipped.length - skipped.filter(({ why }) => why !== 'comment').length,
  };
}

type Reason = Exclude<SkippedLine['why'], 'comment'>;

function isOpen(note: EnvNote): note is 'openQuote' | 'afterQuote' {
  return note === 'openQuote' || note === 'afterQuote';
}

/** The limits of the field and repeated names, which do not keep the text from being used. */
function complaintsOf({ line, name, value, setAgainOn }: EnvEntry): readonly LineProblem[] {
  const { fields } = envGroup;
  return [
    complaintOf(fields.name, name),
    value === '' ? undefined : complaintOf(fields.value, value),
    setAgainOn === undefined ? undefined : envTextWords.setAgain(name, setAgainOn),
  ].flatMap((message) => (message === undefined ? [] : [{ line, message }]));
}

function mergeEntries(entries: readonly EnvEntry[], present: JsonList): JsonList {
  const free = new Map<string, number[]>();
  for (const [index, row] of present.entries()) {
    if (textOf(row) === undefined) continue;
    const name = (row as { name: string }).name;
    free.set(name, [...(free.get(name) ?? []), index]);
  }
  const used = new Set<number>();
  const merged = entries.map(({ name, value }) => {
    const index = free.get(name)?.shift();
    if (index === undefined) return { row: { name, value } as Json, index };
    used.add(index);
    return { row: setIn(present[index]!, ['value'], value), index };
  });
  /** Rows without text by the index of the variable that they follow; -1 at the start. */
  const followers = new Map<number, Json[]>();
  let anchor = -1;
  for (const [index, row] of present.entries()) {
    if (used.has(index)) anchor = index;
    if (textOf(row) === undefined) followers.set(anchor, [...(followers.get(anchor) ?? []), row]);
  }
  return [
    ...(followers.get(-1) ?? []),
    ...merged.flatMap(({ row, index }) => [
      row,
      ...(index === undefined ? [] : (followers.get(index) ?? [])),
    ]),
  ];
}
