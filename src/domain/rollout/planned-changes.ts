import { toPointer, type Path } from '#src/json/path.ts';
import { isJsonList, isJsonObject, type Json, type JsonObject } from '#src/json/value.ts';
import type { PlannedRollout, PlannedRow } from './planned-rollout.ts';
import { keyOfName } from './put-value.ts';

/** One value that the body of an update sets. */
export interface BodyChange {
  /** Contains the names of list items instead of their indexes, if they have names. */
  readonly pointer: string;
  readonly path: Path;
  /** Null removes the key. */
  readonly value: Json;
}

/** Every value that the body of an update sets. */
export function changesOfBody(body: JsonObject | undefined): readonly BodyChange[] {
  const found: BodyChange[] = [];
  const visit = (value: Json, path: Path, keys: readonly string[]): void => {
    const parts = partsOf(value, isItem(path));
    if (parts.length === 0) found.push({ pointer: toPointer(keys), path, value });
    for (const [step, key, part] of parts) visit(part, [...path, step], [...keys, key]);
  };
  if (body !== undefined && Object.keys(body).length > 0) visit(body, [], []);
  return found;
}

/** How many values an update sets in a deployment. */
export function countChanges(
  { body }: Pick<PlannedRollout, 'body'>,
  { values = {} }: PlannedRow,
): number {
  return changesOfBody(body).length + Object.keys(values).length;
}

/** The body without one of its changes; undefined if nothing is left. */
export function withoutChange(body: JsonObject, path: Path): JsonObject | undefined {
  return without(body, path, false) as JsonObject | undefined;
}

type Part = readonly [step: string | number, key: string, value: Json];

/** True for the path of an item of a list. The name of such an object only identifies it. */
function isItem(path: Path): boolean {
  return typeof path.at(-1) === 'number';
}

/** The parts of a value; empty if the value is set as a whole. */
function partsOf(value: Json, isNamedItem: boolean): readonly Part[] {
  if (isJsonObject(value)) {
    const entries = Object.entries(value);
    const others =
      isNamedItem && entries.length > 1 ? entries.filter(([key]) => key !== 'name') : entries;
    return others.map(([key, part]): Part => [key, key, part]);
  }
  if (!isJsonList(value) || !value.every(isNamed)) return [];
  return value.map((item, index): Part => [index, keyOfName(item.name), item]);
}

function isNamed(item: Json): item is JsonObject & { readonly name: string } {
  return isJsonObject(item) && typeof item.name === 'string';
}

function without(value: Json, [step, ...rest]: Path, isNamedItem: boolean): Json | undefined {
  if (step === undefined) return undefined;
  if (isJsonList(value)) {
    const inner = without(value[Number(step)]!, rest, true);
    const others =
      inner === undefined ? value.toSpliced(Number(step), 1) : value.with(Number(step), inner);
    return others.length === 0 ? undefined : others;
  }
  if (!isJsonObject(value)) return undefined;
  const { [step]: inside = null, ...others } = value;
  const inner = without(inside, rest, false);
  const kept = inner === undefined ? others : { ...others, [step]: inner };
  const isEmpty = Object.keys(kept).every((key) => isNamedItem && key === 'name');
  return isEmpty ? undefined : (kept as JsonObject);
}
